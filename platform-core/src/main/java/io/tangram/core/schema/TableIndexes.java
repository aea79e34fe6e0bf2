package io.tangram.core.schema;

import static io.tangram.core.schema.Names.quoted;
import static io.tangram.core.schema.PhysicalIndex.Kind.EXCLUSION;
import static io.tangram.core.schema.PhysicalIndex.Kind.GIN;
import static io.tangram.core.schema.PhysicalIndex.Kind.PLAIN;
import static io.tangram.core.schema.PhysicalIndex.Kind.UNIQUE;

import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.IndexWish;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The indexes a table has: the house's, those its fields wish for, and those that hold its rules.
 */
final class TableIndexes {
  private static final String THERE = "\"_deleted_at\" is null";

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
      wished(field).ifPresent(indexes::add);
      if (field.unique()) {
        unique(field).ifPresent(indexes::add);
      }
    }
    for (var rule : entity.uniques()) {
      rule(rule).ifPresent(indexes::add);
    }
    return indexes;
  }

  /** A sub-table is read by its record, in its order. */
  private List<PhysicalIndex> below() {
    return List.of(
        of(PLAIN, "", List.of("_parent"), List.of(quoted("_parent"), quoted("_position")), ""));
  }

  /** Row rules ask for owner, department and company; lists show the newest first. */
  private List<PhysicalIndex> house() {
    return Stream.of("_owner", "_department", "_company")
        .map(
            column ->
                of(
                    PLAIN,
                    "",
                    List.of(column),
                    List.of(quoted(column), quoted("_created_at"), quoted("_id")),
                    THERE))
        .collect(
            () ->
                new ArrayList<>(
                    List.of(
                        of(
                            PLAIN,
                            "",
                            List.of("_created_at"),
                            List.of(quoted("_created_at"), quoted("_id")),
                            THERE))),
            List::add,
            List::addAll);
  }

  private Optional<PhysicalIndex> wished(FieldDef field) {
    var wish = types.of(field).index(field);
    return wish == IndexWish.NONE
        ? Optional.empty()
        : main(field.key())
            .map(
                column ->
                    of(
                        wish == IndexWish.GIN ? GIN : PLAIN,
                        field.key(),
                        List.of(field.key()),
                        List.of(column),
                        ""));
  }

  /** The quoted main column of a field, or of the system's own. */
  private Optional<String> main(String field) {
    return SystemColumn.of(field)
        .map(SystemColumn::column)
        .or(
            () ->
                table.live(field).stream()
                    .filter(c -> c.part().isEmpty())
                    .map(PhysicalColumn::name)
                    .findFirst())
        .map(Names::quoted);
  }

  /** In a sub-table: no two rows of one record. */
  private Optional<PhysicalIndex> unique(FieldDef field) {
    return main(field.key())
        .map(main -> entity.sub() ? List.of(quoted("_parent"), main) : List.of(main))
        .map(on -> of(UNIQUE, field.key(), List.of(field.key()), on, entity.sub() ? "" : THERE));
  }

  private Optional<PhysicalIndex> rule(Unique rule) {
    var columns = rule.fields().stream().map(this::main).toList();
    if (columns.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var on = columns.stream().map(Optional::get).toList();
    var where =
        rule.where()
            .map(formula -> new ColumnScope(types, entity, table).where(formula))
            .map(condition -> THERE + " and (" + condition + ')')
            .orElse(THERE);
    return rule.during().isEmpty()
        ? Optional.of(of(UNIQUE, rule.key(), rule.fields(), on, where))
        : span(rule.during().get()).map(span -> exclusion(rule, on, span, where));
  }

  private PhysicalIndex exclusion(Unique rule, List<String> on, String span, String where) {
    var parts = new ArrayList<>(on.stream().map(column -> column + " with =").toList());
    parts.add(span + " with &&");
    var fields = new ArrayList<>(rule.fields());
    fields.add(rule.during().orElseThrow());
    return of(EXCLUSION, rule.key(), fields, parts, where);
  }

  /** A booking may begin when the one before ends; a last day is still taken. */
  private Optional<String> span(String field) {
    var columns = table.live(field);
    var end = columns.stream().filter(c -> !c.part().isEmpty()).findFirst();
    return main(field)
        .filter(start -> end.isPresent())
        .map(
            start -> {
              var both = start + ", " + quoted(end.get().name());
              return end.get().type() == ColumnType.DATE
                  ? "daterange(" + both + ", '[]')"
                  : "tstzrange(" + both + ")";
            });
  }

  private PhysicalIndex of(
      PhysicalIndex.Kind kind, String element, List<String> fields, List<String> on, String where) {
    return PhysicalIndex.of(table.name(), kind, element, fields, on, where);
  }
}
