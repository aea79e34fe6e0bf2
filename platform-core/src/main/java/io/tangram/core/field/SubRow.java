package io.tangram.core.field;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One row of a sub-table. {@code values}: field key to value; a key that is there with null was
 * cleared, an absent one was not sent (and stays, if the row has an id).
 */
public record SubRow(Optional<UUID> id, Map<String, Object> values) {
  public SubRow {
    requireNonNull(id, "id is null");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
