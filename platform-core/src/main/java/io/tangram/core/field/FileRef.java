package io.tangram.core.field;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A file in a field, as it is written beside the record: the name it was given, its size in bytes,
 * its media type. What a client sends counts only by its id; the writer fills in the rest.
 */
public record FileRef(UUID id, String name, long size, String type) {
  public FileRef {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
  }
}
