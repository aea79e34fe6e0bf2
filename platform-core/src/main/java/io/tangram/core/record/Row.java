package io.tangram.core.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One record in memory. {@code values}: field key to the value of its {@code FieldType} (absent
 * when empty); for stored fields always, for computed ones once they were asked for.
 */
public record Row(
    UUID id,
    int version,
    Optional<String> type,
    Optional<String> state,
    Optional<UUID> company,
    Optional<UUID> department,
    Optional<UUID> owner,
    Instant createdAt,
    Optional<UUID> createdBy,
    Instant updatedAt,
    Optional<UUID> updatedBy,
    Map<String, Object> values) {
  public Row {
    values = Map.copyOf(values);
  }
}
