package io.tangram.core.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * A record that somebody wants to create.
 *
 * @param id chosen by the client, so that sending twice creates once; made by the house if empty
 * @param type business kind; the table's first one if empty
 * @param values field key to value in the JSON shapes of the API
 */
public record RecordDraft(Optional<UUID> id, Optional<String> type, ObjectNode values) {
  public RecordDraft {
    requireNonNull(id, "id is null");
    requireNonNull(type, "type is null");
    requireNonNull(values, "values is null");
  }
}
