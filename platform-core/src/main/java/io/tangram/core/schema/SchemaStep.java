package io.tangram.core.schema;

import static io.tangram.core.schema.Names.quoted;

import io.tangram.core.metadata.PublishStep.Hazard;
import io.tangram.core.schema.PhysicalColumn.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One change of the database. A closed family: the case carries the deed, as SQL made of quoted
 * names alone. What it would do to values is said by its hazard; none of them drops a value.
 */
sealed interface SchemaStep {
  /** As the preview calls it. */
  String kind();

  /** Key of the table, as in {@code deal.lines}; empty for the schema. */
  String table();

  /** Key of the field or rule; empty where the whole table is meant. */
  String element();

  default Hazard hazard() {
    return Hazard.NONE;
  }

  /** The statements, in order; none where only the kept map changes. */
  List<String> sql(PhysicalSchema target);

  /** What is there once the step was taken. */
  PhysicalSchema after(PhysicalSchema before);

  private static String qualified(PhysicalSchema schema, PhysicalTable table) {
    return quoted(schema.name()) + "." + quoted(table.name());
  }

  private static PhysicalTable home(PhysicalSchema schema, String tableName) {
    return schema
        .named(tableName)
        .orElseThrow(() -> new IllegalArgumentException("no table " + tableName));
  }

  private static String column(PhysicalColumn column) {
    return quoted(column.name()) + " " + column.type().ddl();
  }

  /** An app's own place, made with its first version. */
  record CreateSchema(String schema) implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before;
    }

    @Override
    public String kind() {
      return "create-schema";
    }

    @Override
    public String table() {
      return "";
    }

    @Override
    public String element() {
      return "";
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return List.of("create schema " + quoted(schema));
    }
  }

  /** A new table with its columns and indexes. */
  record CreateTable(PhysicalTable created) implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.with(created);
    }

    @Override
    public String kind() {
      return "create-table";
    }

    @Override
    public String table() {
      return created.key();
    }

    @Override
    public String element() {
      return "";
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      var house = created.sub() ? below() : system();
      var columns =
          Stream.concat(house, created.columns().stream().map(SchemaStep::column))
              .collect(Collectors.joining(", "));
      var statements = new ArrayList<String>();
      statements.add(
          "create table "
              + qualified(target, created)
              + " ("
              + columns
              + ", primary key (\"_id\"))");
      created
          .indexes()
          .forEach(index -> statements.add(CreateIndex.statement(target, created, index, false)));
      return statements;
    }

    private static Stream<String> system() {
      return Arrays.stream(SystemColumn.values())
          .map(c -> quoted(c.column()) + " " + c.type().ddl() + (c.filled() ? " not null" : ""));
    }

    private static Stream<String> below() {
      return Stream.of(
          "\"_id\" uuid not null", "\"_parent\" uuid not null", "\"_position\" integer not null");
    }
  }

  /** Columns for a field that begins empty. */
  record AddField(String table, String tableName, String element, List<PhysicalColumn> columns)
      implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.changing(tableName, table -> table.adding(columns));
    }

    @Override
    public String kind() {
      return "add-column";
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return added(target, tableName, columns);
    }
  }

  private static List<String> added(
      PhysicalSchema target, String tableName, List<PhysicalColumn> columns) {
    var clauses =
        columns.stream().map(c -> "add column " + column(c)).collect(Collectors.joining(", "));
    return List.of("alter table " + qualified(target, home(target, tableName)) + " " + clauses);
  }

  /** The field is gone from the design; its columns and values stay. */
  record RetireField(String table, String tableName, String element, List<PhysicalColumn> columns)
      implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.changing(tableName, table -> table.in(State.RETIRED, columns));
    }

    @Override
    public String kind() {
      return "retire-column";
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return List.of();
    }
  }

  /** A field takes its retired columns back, with all that is in them. */
  record RestoreField(String table, String tableName, String element, List<PhysicalColumn> columns)
      implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.changing(tableName, table -> table.in(State.READY, columns));
    }

    @Override
    public String kind() {
      return "restore-column";
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return List.of();
    }
  }

  /**
   * New columns beside the old ones. Where values can be converted the new ones carry how; the rows
   * are filled by whoever applies the step, at once or as a job.
   */
  record ChangeType(
      String table,
      String tableName,
      String element,
      List<PhysicalColumn> old,
      List<PhysicalColumn> columns)
      implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.changing(tableName, table -> table.in(State.RETIRED, old).adding(columns));
    }

    @Override
    public String kind() {
      return "change-type";
    }

    @Override
    public Hazard hazard() {
      if (!convertible()) {
        return Hazard.LOSES_DATA;
      }
      return mayFail() ? Hazard.MAY_FAIL : Hazard.NONE;
    }

    boolean convertible() {
      return columns.stream().anyMatch(c -> c.change().isPresent());
    }

    private boolean mayFail() {
      return columns.stream()
          .anyMatch(c -> c.change().filter(PhysicalColumn.Change::mayFail).isPresent());
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return added(target, tableName, columns);
    }
  }

  /** Columns that serve the field as they are, although it is of another type now. */
  record ReadAs(String table, String tableName, String element, List<PhysicalColumn> columns)
      implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.changing(tableName, table -> table.replacing(columns));
    }

    @Override
    public String kind() {
      return "keep-column";
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return List.of();
    }
  }

  /** The table is gone from the design; its rows stay. */
  record RetireTable(String table, String tableName) implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.changing(
          tableName, table -> table.live(false).with(table.columns(), List.of()));
    }

    @Override
    public String kind() {
      return "retire-table";
    }

    @Override
    public String element() {
      return "";
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return List.of();
    }
  }

  /** A table takes its retired rows back. */
  record RestoreTable(String table, String tableName) implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.changing(tableName, table -> table.live(true));
    }

    @Override
    public String kind() {
      return "restore-table";
    }

    @Override
    public String element() {
      return "";
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return List.of();
    }
  }

  /** An index on a table that is there already; over many rows it is built as a job. */
  record CreateIndex(String table, String tableName, PhysicalIndex index) implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.changing(tableName, table -> table.indexing(index));
    }

    @Override
    public String kind() {
      return "create-index";
    }

    @Override
    public String element() {
      return index.element();
    }

    @Override
    public Hazard hazard() {
      return index.kind().rule() ? Hazard.MAY_FAIL : Hazard.NONE;
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return List.of(statement(target, home(target, tableName), index, false));
    }

    static String statement(
        PhysicalSchema schema, PhysicalTable table, PhysicalIndex index, boolean concurrently) {
      var home = qualified(schema, table);
      if (index.kind() == PhysicalIndex.Kind.EXCLUSION) {
        return "alter table "
            + home
            + " add constraint "
            + quoted(index.name())
            + " "
            + index.body();
      }
      return "create "
          + (index.kind() == PhysicalIndex.Kind.UNIQUE ? "unique " : "")
          + "index "
          + (concurrently ? "concurrently " : "")
          + quoted(index.name())
          + " on "
          + home
          + " "
          + index.body();
    }
  }

  /** An index that no field and no rule needs any more. */
  record DropIndex(String table, String tableName, PhysicalIndex index) implements SchemaStep {
    @Override
    public PhysicalSchema after(PhysicalSchema before) {
      return before.changing(tableName, table -> table.without(index));
    }

    @Override
    public String kind() {
      return "drop-index";
    }

    @Override
    public String element() {
      return index.element();
    }

    @Override
    public List<String> sql(PhysicalSchema target) {
      return List.of(
          index.kind() == PhysicalIndex.Kind.EXCLUSION
              ? "alter table "
                  + qualified(target, home(target, tableName))
                  + " drop constraint "
                  + quoted(index.name())
              : "drop index " + quoted(target.name()) + "." + quoted(index.name()));
    }
  }
}
