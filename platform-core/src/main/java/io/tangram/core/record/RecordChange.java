package io.tangram.core.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * A change that somebody wants to make to a record.
 *
 * @param version the one that was looked at; an older one is merged field by field
 * @param values field key to value in the JSON shapes of the API; null clears, absent leaves
 */
public record RecordChange(UUID id, int version, ObjectNode values) {
  public RecordChange {
    requireNonNull(id, "id is null");
    requireNonNull(values, "values is null");
  }
}
