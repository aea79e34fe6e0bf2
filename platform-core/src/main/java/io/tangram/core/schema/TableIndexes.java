package io.tangram.core.schema;

import static io.tangram.core.schema.Names.quoted;
import static io.tangram.core.schema.PhysicalIndex.Kind.EXCLUSION;
import static io.tangram.core.schema.PhysicalIndex.Kind.PLAIN;
import static io.tangram.core.schema.PhysicalIndex.Kind.UNIQUE;

import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.IndexWish;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The indexes a table has: the house's, those its fields wish for, and those that hold its rules.
 */
final class TableIndexes {
  private static final String THERE = "_deleted_at is null";

  private final FieldTypes types;
  private final Entity entity;
  private final PhysicalTable table;

  TableIndexes(FieldTypes types, Entity entity, PhysicalTable table) {
    this.types = types;
    this.entity = entity;
    this.table = table;
  }

  List<PhysicalIndex> all() {
    var indexes = new ArrayList<PhysicalIndex>(entity.sub() ? below() : house());
    for (var field : entity.fields()) {
      wished(field).forEach(indexes::add);
      if (field.unique()) {
        unique(field).forEach(indexes::add);
      }
    }
    for (var rule : entity.uniques()) {
      rule(rule).forEach(indexes::add);
    }
    return indexes;
  }

  /** A sub-table is read by its record, in its order. */
  private List<PhysicalIndex> below() {
    return List.of(of(PLAIN, "", List.of("_parent"), "(\"_parent\", \"_position\")"));
  }

  /** Row rules ask for owner, department and company; lists show the newest first. */
  private List<PhysicalIndex> house() {
    return Stream.of("_owner", "_department", "_company", "")
        .map(
            column ->
                of(
                    PLAIN,
                    "",
                    List.of(column.isEmpty() ? "_created_at" : column),
                    '('
                        + (column.isEmpty() ? "" : quoted(column) + ", ")
                        + "\"_created_at\", \"_id\") where "
                        + THERE))
        .toList();
  }

  private Stream<PhysicalIndex> wished(FieldDef field) {
    var wish = types.of(field).index(field);
    var main = main(field.key());
    if (wish == IndexWish.NONE || main.isEmpty()) {
      return Stream.empty();
    }
    var column = quoted(main.get(0).name());
    var body = wish == IndexWish.GIN ? "using gin (" + column + ')' : '(' + column + ')';
    return Stream.of(of(PLAIN, field.key(), List.of(field.key()), body));
  }

  private List<PhysicalColumn> main(String field) {
    return table.live(field).stream().filter(c -> c.part().isEmpty()).toList();
  }

  /** In a sub-table: no two rows of one record. */
  private Stream<PhysicalIndex> unique(FieldDef field) {
    return main(field.key()).stream()
        .map(
            main ->
                of(
                    UNIQUE,
                    field.key(),
                    List.of(field.key()),
                    entity.sub()
                        ? "(\"_parent\", " + quoted(main.name()) + ')'
                        : '(' + quoted(main.name()) + ") where " + THERE));
  }

  private Stream<PhysicalIndex> rule(Unique rule) {
    var columns = new ArrayList<String>();
    for (var field : rule.fields()) {
      var system = SystemColumn.of(field);
      if (system.isPresent()) {
        columns.add(quoted(system.get().column()));
      } else if (main(field).isEmpty()) {
        return Stream.empty();
      } else {
        columns.add(quoted(main(field).get(0).name()));
      }
    }
    var where =
        THERE
            + rule.where()
                .map(
                    formula ->
                        " and (" + new ColumnScope(types, entity, table).where(formula) + ')')
                .orElse("");
    return rule.during().isPresent()
        ? exclusion(rule, columns, where)
        : Stream.of(
            of(
                UNIQUE,
                rule.key(),
                fields(rule),
                '(' + String.join(", ", columns) + ") where " + where));
  }

  private Stream<PhysicalIndex> exclusion(Unique rule, List<String> columns, String where) {
    var range = table.live(rule.during().get());
    if (range.size() != 2) {
      return Stream.empty();
    }
    var start = range.stream().filter(c -> c.part().isEmpty()).findFirst().orElseThrow();
    var end = range.stream().filter(c -> !c.part().isEmpty()).findFirst().orElseThrow();
    // a booking may begin when the one before ends; a last day is still taken
    var span =
        start.type() == ColumnType.DATE
            ? "daterange(" + quoted(start.name()) + ", " + quoted(end.name()) + ", '[]')"
            : "tstzrange(" + quoted(start.name()) + ", " + quoted(end.name()) + ")";
    var parts = new ArrayList<>(columns.stream().map(c -> c + " with =").toList());
    parts.add(span + " with &&");
    var body = "exclude using gist (" + String.join(", ", parts) + ") where (" + where + ')';
    return Stream.of(of(EXCLUSION, rule.key(), fields(rule), body));
  }

  private static List<String> fields(Unique rule) {
    return Stream.concat(rule.fields().stream(), rule.during().stream()).toList();
  }

  private PhysicalIndex of(
      PhysicalIndex.Kind kind, String element, List<String> fields, String body) {
    return PhysicalIndex.of(table.name(), kind, element, fields, body);
  }
}
