package io.tangram.core.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows behind the relations of some records, loaded beforehand. It asks no database. */
final class Related {
  private final Map<String, Map<UUID, RowData>> rows = new HashMap<>();

  void put(TableShape shape, RowData row) {
    rows.computeIfAbsent(place(shape), p -> new HashMap<>()).put(row.id, row);
  }

  Optional<RowData> find(TableShape shape, UUID id) {
    return Optional.ofNullable(rows.getOrDefault(place(shape), Map.of()).get(id));
  }

  boolean has(TableShape shape, UUID id) {
    return find(shape, id).isPresent();
  }

  private static String place(TableShape shape) {
    return shape.version.app() + ':' + shape.key;
  }
}
