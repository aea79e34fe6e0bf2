package io.tangram.core.record;

import io.tangram.core.access.May;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.schema.StoredValues;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Computes kept formulas of rows that nobody edits, as {@link StoredValues} asks for it. */
@Singleton
final class StoredFormulas implements StoredValues {
  private static final UUID FIRST = new UUID(0, 0);

  private final MetadataCatalog catalog;
  private final AppGate gate;
  private final TableShapes shapes;
  private final RecordStore store;
  private final RowLoader loader;
  private final Stations stations;
  private final RecordWriter writer;
  private final SystemActor system;
  private final DataSource dataSource;

  StoredFormulas(
      MetadataCatalog catalog,
      AppGate gate,
      TableShapes shapes,
      RecordStore store,
      RowLoader loader,
      Stations stations,
      RecordWriter writer,
      SystemActor system,
      DataSource dataSource) {
    this.catalog = catalog;
    this.gate = gate;
    this.shapes = shapes;
    this.store = store;
    this.loader = loader;
    this.stations = stations;
    this.writer = writer;
    this.system = system;
    this.dataSource = dataSource;
  }

  @Override
  public Optional<UUID> computeCurrent(String app, String table, Optional<UUID> after, int rows) {
    var version = catalog.find(app);
    if (version.isEmpty() || shapes.find(version.get(), table).isEmpty()) {
      return Optional.empty(); // the table or the app has gone meanwhile
    }
    gate.enter(version.get());
    return compute(version.get(), table, after, rows);
  }

  @Override
  public Optional<UUID> compute(AppVersion version, String table, Optional<UUID> after, int rows) {
    var shape = shapes.table(version, table);
    var ids = next(shape, after.orElse(FIRST), rows);
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    var context = writer.trusted(shape, system.actor(), Origin.PERSON);
    var found = new ArrayList<RowData>();
    for (var inBin : List.of(false, true)) {
      store.lock(shape, ids, Optional.empty(), May.READ, context.asking(), inBin).values().stream()
          .map(RecordStore.Locked::row)
          .forEach(found::add);
    }
    loader.complete(shape, found, context.actor());
    var records = found.stream().map(row -> new Pending(row, row.copy(), null, "")).toList();
    stations.recompute(records, context);
    store.update(records.stream().filter(record -> !record.changed.isEmpty()).toList());
    return Optional.of(ids.get(ids.size() - 1));
  }

  private List<UUID> next(TableShape shape, UUID after, int rows) {
    var sql = "select \"_id\" from " + shape.name() + " where \"_id\" > ? order by \"_id\" limit ?";
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, after);
      statement.setInt(2, rows);
      try (var result = statement.executeQuery()) {
        var ids = new ArrayList<UUID>();
        while (result.next()) {
          ids.add(result.getObject(1, UUID.class));
        }
        return ids;
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }
}
