package io.tangram.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The documents of the tests, as a user would write them. */
public final class Designs {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Designs() {}

  public static ObjectNode read(String file) {
    try (var in = Designs.class.getResourceAsStream("/" + file)) {
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
