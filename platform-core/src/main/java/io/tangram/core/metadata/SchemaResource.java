package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a JSON Schema that lies beside the class of its kind. */
public final class SchemaResource {
  private SchemaResource() {}

  /** The schema in the file beside the class. */
  public static ObjectNode read(Class<?> beside, String name) {
    try (var stream = beside.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not beside " + beside.getName());
      }
      return DocumentReader.read(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
