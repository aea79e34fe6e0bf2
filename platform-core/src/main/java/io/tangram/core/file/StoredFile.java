package io.tangram.core.file;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/**
 * What is known of an uploaded file besides its bytes.
 *
 * @param type media type as the browser named it; never trusted to be shown inline
 * @param size in bytes
 * @param place where it is attached; empty while it only belongs to its uploader
 */
public record StoredFile(
    UUID id, String name, String type, long size, UUID uploader, Optional<Place> place) {
  /** A field of a record; {@code field} is {@code <subtable>.<field>} inside a sub-table. */
  public record Place(String app, String table, UUID record, String field) {}

  public StoredFile {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(place, "place is null");
  }
}
