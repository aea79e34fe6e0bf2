package io.tangram.core.schema;

import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Storage;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of each version as the kept map has them; read once per version. */
@Singleton
public final class DatabaseTables implements StoredTables {
  private record Key() {}

  private static final Key ALL = new Key();

  private final SchemaStore store;
  private final FieldTypes types;

  @Inject
  DatabaseTables(SchemaStore store, FieldTypes types) {
    this.store = store;
    this.types = types;
  }

  @Override
  public StoredTable table(AppVersion version, String table) {
    Map<String, StoredTable> tables = version.derived(ALL, () -> all(version));
    return Optional.ofNullable(tables.get(table))
        .orElseThrow(() -> new IllegalArgumentException("no table " + table));
  }

  private Map<String, StoredTable> all(AppVersion version) {
    var schema = store.load(version.app(), version.number());
    var stored = new LinkedHashMap<String, StoredTable>();
    for (var entity : Entity.of(version.all(TableDef.class).values())) {
      schema.tables().stream()
          .filter(table -> table.key().equals(entity.key()))
          .findFirst()
          .ifPresent(table -> stored.put(entity.key(), stored(schema, table, entity)));
    }
    return stored;
  }

  private StoredTable stored(PhysicalSchema schema, PhysicalTable table, Entity entity) {
    var fields = new LinkedHashMap<String, List<StoredColumn>>();
    for (var field : entity.fields()) {
      var type = types.of(field);
      if (type.storage(field) == Storage.COLUMNS) {
        fields.put(
            field.key(), type.columns(field).stream().map(c -> column(table, field, c)).toList());
      }
    }
    var rules = new LinkedHashMap<String, StoredTable.Held>();
    for (var index : new TableIndexes(types, entity, table).all()) {
      if (index.kind().rule()) {
        rules.put(index.name(), new StoredTable.Held(index.element(), index.fields()));
      }
    }
    return new StoredTable(schema.name(), table.name(), fields, rules);
  }

  private static StoredColumn column(PhysicalTable table, FieldDef field, ColumnDef wanted) {
    return table.columns().stream()
        .filter(c -> c.field().equals(field.key()) && c.part().equals(wanted.part()))
        .findFirst()
        .map(c -> new StoredColumn(c.name(), c.type(), c.change().map(DatabaseTables::filling)))
        .orElseThrow(() -> new IllegalStateException("no column for " + field.key()));
  }

  private static StoredColumn.Filling filling(PhysicalColumn.Change change) {
    return new StoredColumn.Filling(change.marker(), change::under);
  }
}
