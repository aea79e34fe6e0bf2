package io.tangram.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the JSON Schema that lies beside the class of a kind. */
public final class DocumentSchema {
  private DocumentSchema() {}

  public static ObjectNode read(Class<?> beside, String name) {
    try (var stream = beside.getResourceAsStream(name)) {
      return (ObjectNode) new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
