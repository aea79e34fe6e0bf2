package io.tangram.core.schema;

import io.tangram.core.field.ColumnType;
import io.tangram.core.schema.PhysicalColumn.Change;
import io.tangram.core.schema.PhysicalColumn.State;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;

/** The kept map from tables and fields to tables and columns. It runs no DDL. */
@Singleton
final class SchemaStore {
  private final DSLContext db;

  @Inject
  SchemaStore(DSLContext db) {
    this.db = db;
  }

  /** What the app has now; the indexes are asked of PostgreSQL itself. */
  PhysicalSchema load(String app) {
    return tables(app, "", List.of(), indexes(Names.schema(app)));
  }

  /** What a version reads and writes: without what came later or was retired before. */
  PhysicalSchema load(String app, long version) {
    return tables(
        app,
        " and since <= ? and (until is null or until > ?)",
        List.of(version, version),
        Map.of());
  }

  private PhysicalSchema tables(
      String app,
      String narrowed,
      List<Object> arguments,
      Map<String, List<PhysicalIndex>> indexes) {
    var binds = new ArrayList<Object>();
    binds.add(app);
    binds.addAll(arguments);
    var columns =
        db
            .fetch(
                "select * from stored_column where app = ?" + narrowed + " order by since, name",
                binds.toArray())
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("table_name", String.class),
                    Collectors.mapping(SchemaStore::column, Collectors.toList())));
    var tables =
        db.fetch(
                "select * from stored_table where app = ?" + narrowed + " order by since, name",
                binds.toArray())
            .map(row -> table(row, columns, indexes));
    return new PhysicalSchema(Names.schema(app), tables);
  }

  private static PhysicalTable table(
      Record row,
      Map<String, List<PhysicalColumn>> columns,
      Map<String, List<PhysicalIndex>> indexes) {
    var name = row.get("name", String.class);
    return new PhysicalTable(
        row.get("table_key", String.class),
        name,
        row.get("state", String.class).equals("READY"),
        columns.getOrDefault(name, List.of()),
        indexes.getOrDefault(name, List.of()));
  }

  private static PhysicalColumn column(Record row) {
    return new PhysicalColumn(
        row.get("field", String.class),
        row.get("part", String.class),
        row.get("name", String.class),
        ColumnType.valueOf(row.get("type", String.class)),
        row.get("field_type", String.class),
        State.valueOf(row.get("state", String.class)),
        Optional.ofNullable(row.get("marker", String.class))
            .map(marker -> new Change(marker, row.get("old_value", String.class), false)));
  }

  private Map<String, List<PhysicalIndex>> indexes(String schema) {
    return db
        .fetch(
            "select t.relname as home, i.relname as name, case when exists (select from"
                + " pg_constraint c where c.conindid = i.oid and c.contype = 'x') then 'EXCLUSION'"
                + " when x.indisunique then 'UNIQUE' else 'PLAIN' end as kind from pg_index x join"
                + " pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid join"
                + " pg_namespace n on n.oid = t.relnamespace where n.nspname = ? and not"
                + " x.indisprimary and x.indisvalid order by i.relname",
            schema)
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get("home", String.class),
                Collectors.mapping(
                    row ->
                        new PhysicalIndex(
                            row.get("name", String.class),
                            PhysicalIndex.Kind.valueOf(row.get("kind", String.class)),
                            "",
                            List.of(),
                            List.of(),
                            ""),
                    Collectors.toList())));
  }

  /**
   * Keeps what has become of the tables and columns; {@code version} is the one being published.
   */
  void save(String app, PhysicalSchema before, PhysicalSchema after, long version) {
    var rows = new ArrayList<Query>();
    for (var table : after.tables()) {
      var old = before.named(table.name());
      if (old.isEmpty() || old.get().live() != table.live()) {
        rows.add(tableRow(app, table, version));
      }
      for (var column : table.columns()) {
        var was = old.flatMap(t -> t.column(column.name()));
        if (!was.equals(Optional.of(column))) {
          rows.add(columnRow(app, table, column, version));
        }
      }
    }
    db.batch(rows).execute();
  }

  private Query tableRow(String app, PhysicalTable table, long version) {
    return db.query(
        "insert into stored_table as s (app, name, table_key, state, since) values (?, ?, ?, ?, ?)"
            + " on conflict (app, name) do update set state = excluded.state, until = case when"
            + " excluded.state = 'RETIRED' then excluded.since end",
        app,
        table.name(),
        table.key(),
        table.live() ? "READY" : "RETIRED",
        version);
  }

  private Query columnRow(String app, PhysicalTable table, PhysicalColumn column, long version) {
    return db.query(
        "insert into stored_column as s (app, table_name, name, field, part, type, field_type,"
            + " state, marker, old_value, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on"
            + " conflict (app, table_name, name) do update set field_type = excluded.field_type,"
            + " state = excluded.state, marker = excluded.marker, old_value = excluded.old_value,"
            + " until = case when excluded.state = 'RETIRED' then excluded.since end",
        app,
        table.name(),
        column.name(),
        column.field(),
        column.part(),
        column.type().name(),
        column.fieldType(),
        column.state().name(),
        column.change().map(Change::marker).orElse(null),
        column.change().map(Change::value).orElse(null),
        version);
  }

  /** The field's new columns hold all values now. */
  void ready(DSLContext transaction, String app, String tableName, String marker) {
    transaction
        .query(
            "update stored_column set state = 'READY', marker = null, old_value = null where app ="
                + " ? and table_name = ? and marker = ? and state = 'BUILDING'",
            app,
            tableName,
            marker)
        .execute();
  }
}
