package io.tangram.core.schema;

import io.tangram.core.field.FieldType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Storage;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.TableDef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the database will look like once a design is published over what is there. It gives names,
 * decides which column is kept, built beside, taken back or retired, and touches nothing.
 */
final class SchemaDesign {
  private final FieldTypes types;
  private final PhysicalSchema current;
  private final List<Entity> before;
  private final PublishOptions options;

  /**
   * @param current what is there
   * @param before the tables of the version that is there; empty for the first one
   * @param options tables ({@code deal}) and fields ({@code deal.amount}, {@code deal.lines.price})
   *     that take their retired columns back
   */
  SchemaDesign(
      FieldTypes types,
      PhysicalSchema current,
      Collection<TableDef> before,
      PublishOptions options) {
    this.types = types;
    this.current = current;
    this.before = Entity.of(before);
    this.options = options;
  }

  PhysicalSchema target(Collection<TableDef> wanted) {
    return target(Entity.of(wanted));
  }

  /** One table by itself, for a look at what its columns would be. */
  PhysicalSchema target(Entity alone) {
    return target(List.of(alone));
  }

  private PhysicalSchema target(List<Entity> entities) {
    var names = current.tables().stream().map(PhysicalTable::name).collect(Collectors.toSet());
    var tables = new ArrayList<PhysicalTable>();
    for (var entity : entities) {
      var home = home(entity, names);
      names.add(home.name());
      tables.add(filled(home, entity));
    }
    var used = tables.stream().map(PhysicalTable::name).collect(Collectors.toSet());
    current.tables().stream()
        .filter(table -> !used.contains(table.name()))
        .forEach(table -> tables.add(table.live(false).with(table.columns(), List.of())));
    return new PhysicalSchema(current.name(), tables);
  }

  /** The table whose rows are this entity's: the live one, one taken back, or a new one. */
  private PhysicalTable home(Entity entity, Set<String> names) {
    return current
        .table(entity.key())
        .or(() -> retired(entity))
        .orElseGet(
            () ->
                new PhysicalTable(
                    entity.key(),
                    Names.free(entity.key().replace('.', '$'), names::contains),
                    true,
                    List.of(),
                    List.of()));
  }

  private Optional<PhysicalTable> retired(Entity entity) {
    var root = entity.key().split("\\.")[0];
    if (!options.restores(root, entity.key())) {
      return Optional.empty();
    }
    return current.tables().stream()
        .filter(table -> !table.live() && table.key().equals(entity.key()))
        .reduce((older, newer) -> newer)
        .map(table -> table.live(true));
  }

  private PhysicalTable filled(PhysicalTable home, Entity entity) {
    var table = home;
    for (var field : entity.fields()) {
      table =
          types.of(field).storage(field) == Storage.COLUMNS ? with(table, entity, field) : table;
    }
    var stored =
        entity.fields().stream()
            .filter(field -> types.of(field).storage(field) == Storage.COLUMNS)
            .map(FieldDef::key)
            .collect(Collectors.toSet());
    var columns =
        table.columns().stream()
            .map(c -> stored.contains(c.field()) ? c : c.in(PhysicalColumn.State.RETIRED))
            .toList();
    var complete = table.with(columns, List.of());
    return complete.with(columns, new TableIndexes(types, entity, complete).all());
  }

  private PhysicalTable with(PhysicalTable table, Entity entity, FieldDef field) {
    var live = table.live(field.key());
    if (live.isEmpty()) {
      return takenBack(table, entity, field).orElseGet(() -> added(table, field, List.of()));
    }
    var from = before(entity).flatMap(e -> e.field(field.key()));
    if (keeps(live, from, field)) {
      return replaced(table, live, c -> c.readBy(field.type()));
    }
    var changed = added(table, field, changes(table, live, from, field));
    return replaced(changed, live, c -> c.in(PhysicalColumn.State.RETIRED));
  }

  private Optional<Entity> before(Entity entity) {
    return before.stream().filter(e -> e.key().equals(entity.key())).findFirst();
  }

  /** Whether the columns that are there serve the field as it is now. */
  private boolean keeps(List<PhysicalColumn> live, Optional<FieldDef> from, FieldDef field) {
    if (!fits(live, field)) {
      return false;
    }
    if (from.isEmpty()) {
      return live.stream().allMatch(c -> c.fieldType().equals(field.type()));
    }
    // what people typed is not overwritten by what a formula computes
    var typedBefore = types.of(from.get()).writable(from.get());
    var overwritten = typedBefore && field.computed();
    return !overwritten && types.of(field).keeps(from.get(), field);
  }

  private boolean fits(List<PhysicalColumn> columns, FieldDef field) {
    var wanted = types.of(field).columns(field);
    return columns.size() == wanted.size()
        && wanted.stream()
            .allMatch(
                w ->
                    columns.stream()
                        .anyMatch(c -> c.part().equals(w.part()) && c.type() == w.type()));
  }

  /** How old values come into the new columns: one SQL text per column; none if they cannot. */
  private List<PhysicalColumn.Change> changes(
      PhysicalTable table, List<PhysicalColumn> live, Optional<FieldDef> from, FieldDef field) {
    if (from.isEmpty() || field.computed()) {
      return List.of();
    }
    FieldType<?> source = types.of(from.get());
    var old = new ChangeSql(source, from.get(), live);
    return types
        .of(field)
        .convert(source, from.get(), old.columns(), field)
        .map(conversion -> old.changes(conversion, base(table, field) + "$done"))
        .orElse(List.of());
  }

  private Optional<PhysicalTable> takenBack(PhysicalTable table, Entity entity, FieldDef field) {
    if (!options.restores(entity.key() + "." + field.key())) {
      return Optional.empty();
    }
    var last =
        table.columns().stream()
            .filter(c -> c.field().equals(field.key()) && !c.live() && c.part().isEmpty())
            .reduce((older, newer) -> newer);
    return last.map(main -> generation(table, main))
        .filter(columns -> fits(columns, field))
        .filter(columns -> columns.stream().allMatch(c -> c.fieldType().equals(field.type())))
        .map(columns -> replaced(table, columns, c -> c.in(PhysicalColumn.State.READY)));
  }

  /** The columns that were born together with this main one. */
  private static List<PhysicalColumn> generation(PhysicalTable table, PhysicalColumn main) {
    return table.columns().stream()
        .filter(c -> c.field().equals(main.field()))
        .filter(c -> c == main || c.name().equals(main.name() + "$" + c.part()))
        .toList();
  }

  private PhysicalTable added(
      PhysicalTable table, FieldDef field, List<PhysicalColumn.Change> changes) {
    var base = base(table, field);
    var columns = new ArrayList<>(table.columns());
    var wanted = types.of(field).columns(field);
    for (int i = 0; i < wanted.size(); i++) {
      var part = wanted.get(i).part();
      var ready =
          PhysicalColumn.ready(
              field.key(),
              part,
              part.isEmpty() ? base : base + "$" + part,
              wanted.get(i).type(),
              field.type());
      columns.add(changes.isEmpty() ? ready : ready.building(changes.get(i)));
    }
    return table.with(columns, table.indexes());
  }

  private String base(PhysicalTable table, FieldDef field) {
    var parts = types.of(field).columns(field).stream().map(c -> c.part()).toList();
    return Names.free(
        field.key(),
        base ->
            table.has(base)
                || table.has(base + "$done")
                || parts.stream().anyMatch(part -> table.has(base + "$" + part)));
  }

  private static PhysicalTable replaced(
      PhysicalTable table,
      List<PhysicalColumn> some,
      Function<PhysicalColumn, PhysicalColumn> next) {
    var names =
        some.stream().map(PhysicalColumn::name).collect(Collectors.toCollection(HashSet::new));
    var columns =
        table.columns().stream().map(c -> names.contains(c.name()) ? next.apply(c) : c).toList();
    return table.with(columns, table.indexes());
  }
}
