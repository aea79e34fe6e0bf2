package io.tangram.workflow.design;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Link;
import io.tangram.core.formula.Reference;
import io.tangram.core.formula.Scope;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What formulas of a process may name: its record, what that leads to, and {@code $starter}. */
final class ProcessScope implements Scope {
  private static final Map<String, ValueType> SYSTEM =
      Map.ofEntries(
          Map.entry("id", ValueType.RECORD),
          Map.entry("type", ValueType.TEXT),
          Map.entry("state", ValueType.TEXT),
          Map.entry("version", ValueType.NUMBER),
          Map.entry("company", ValueType.RECORD),
          Map.entry("department", ValueType.RECORD),
          Map.entry("owner", ValueType.RECORD),
          Map.entry("created_by", ValueType.RECORD),
          Map.entry("updated_by", ValueType.RECORD),
          Map.entry("created_at", ValueType.DATETIME),
          Map.entry("updated_at", ValueType.DATETIME));

  private static final Map<String, ValueType> PERSON =
      Map.of("department", ValueType.RECORD, "company", ValueType.RECORD, "name", ValueType.TEXT);

  private static final List<String> PEOPLE = List.of("owner", "created_by", "updated_by");

  private final AppVersion version;
  private final TableDef table;
  private final FieldTypes types;

  ProcessScope(AppVersion version, TableDef table, FieldTypes types) {
    this.version = version;
    this.table = table;
    this.types = types;
  }

  @Override
  public Optional<ValueType> type(Reference reference) {
    var tail = reference.tail();
    return switch (reference.head()) {
      case "$starter", "$me" -> person(tail);
      case "$record" -> tail.isEmpty() ? Optional.of(ValueType.RECORD) : in(table, tail);
      default -> in(table, reference.path());
    };
  }

  private Optional<ValueType> in(TableDef here, List<String> path) {
    var head = path.get(0);
    var tail = path.subList(1, path.size());
    var field = here.field(head);
    if (field.isPresent()) {
      return part(field.get(), tail);
    }
    if (!tail.isEmpty()) {
      return PEOPLE.contains(head) ? person(tail) : Optional.empty();
    }
    return Optional.ofNullable(SYSTEM.get(head));
  }

  private Optional<ValueType> part(FieldDef field, List<String> tail) {
    var type = types.of(field);
    if (tail.isEmpty()) {
      return Optional.of(type.valueType(field));
    }
    var part = type.parts(field).get(tail.get(0));
    if (part != null) {
      return tail.size() == 1 ? Optional.of(part) : Optional.empty();
    }
    if (!field.fields().isEmpty()) {
      return tail.size() == 1
          ? field.field(tail.get(0)).map(column -> ValueType.LIST)
          : Optional.empty();
    }
    return type.link(field).flatMap(link -> beyond(link, tail));
  }

  private Optional<ValueType> beyond(Link link, List<String> tail) {
    return switch (link.kind()) {
      case PERSON -> person(tail);
      case RECORD -> version.find(TableDef.class, link.table()).flatMap(far -> in(far, tail));
      case UNIT, FILE -> Optional.empty();
    };
  }

  private static Optional<ValueType> person(List<String> tail) {
    if (tail.isEmpty()) {
      return Optional.of(ValueType.RECORD);
    }
    return tail.size() == 1 ? Optional.ofNullable(PERSON.get(tail.get(0))) : Optional.empty();
  }
}
