package io.tangram.core.schema;

import static io.tangram.core.schema.Names.quoted;

import io.tangram.core.schema.PhysicalColumn.Change;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that bring old values into new columns. */
record FillSql(String home, List<PhysicalColumn> columns) {
  FillSql {
    columns = columns.stream().filter(c -> c.change().isPresent()).toList();
  }

  static FillSql of(PhysicalSchema schema, String tableName, List<PhysicalColumn> columns) {
    return new FillSql(quoted(schema.name()) + "." + quoted(tableName), columns);
  }

  /** {@code "amount$2" = convert("amount"), …}. */
  String assignments() {
    return columns.stream()
        .map(c -> quoted(c.name()) + " = " + change(c).bare())
        .collect(Collectors.joining(", "));
  }

  /** All rows at once, for a table of few. */
  String whole() {
    return "update " + home + " set " + assignments();
  }

  /** The mark of rows that are filled; rows to come have it from the start. */
  List<String> marked() {
    return List.of(
        "alter table " + home + " add column " + quoted(marker()) + " boolean",
        "alter table " + home + " alter column " + quoted(marker()) + " set default true");
  }

  /**
   * The next rows behind an id, in id order, so that two who lock many rows do not wait for each
   * other in a ring. Binds: id, rows.
   */
  String batch() {
    return "with picked as (select \"_id\" from "
        + home
        + " where \"_id\" > cast(? as uuid) order by \"_id\" limit ? for update), filled as (update"
        + " "
        + home
        + " set "
        + assignments()
        + ", "
        + quoted(marker())
        + " = true where \"_id\" in (select \"_id\" from picked) and "
        + quoted(marker())
        + " is not true returning 1) select count(*) as rows, (select cast(p.\"_id\" as text) from"
        + " picked p order by p.\"_id\" desc limit 1) as last, (select count(*) from filled) as"
        + " filled from picked";
  }

  String marker() {
    return change(columns.get(0)).marker();
  }

  /** How many old values there are, and how many of them become a new one. */
  String counts(List<PhysicalColumn> old) {
    var there =
        old.stream()
            .map(c -> quoted(c.name()) + " is not null")
            .collect(Collectors.joining(" or "));
    var converted = columns.isEmpty() ? "null" : change(columns.get(0)).bare();
    return "select count(*) filter (where "
        + there
        + ") as present, count(*) filter (where ("
        + there
        + ") and "
        + converted
        + " is not null) as convertible from "
        + home;
  }

  private static Change change(PhysicalColumn column) {
    return column.change().orElseThrow();
  }
}
