package io.tangram.core.schema;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Link;
import io.tangram.core.formula.Reference;
import io.tangram.core.formula.Scope;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What formulas of a table may name: its fields and system columns, the person at work, the values
 * before ({@code $old}), the record one stands on ({@code $record}), in a sub-table its record
 * ({@code $parent}); and paths from any of them.
 */
final class TableScope implements Scope {
  private static final Map<String, ValueType> SYSTEM =
      Map.ofEntries(
          Map.entry("id", ValueType.RECORD),
          Map.entry("version", ValueType.NUMBER),
          Map.entry("type", ValueType.TEXT),
          Map.entry("state", ValueType.TEXT),
          Map.entry("company", ValueType.RECORD),
          Map.entry("department", ValueType.RECORD),
          Map.entry("owner", ValueType.RECORD),
          Map.entry("created_at", ValueType.DATETIME),
          Map.entry("created_by", ValueType.RECORD),
          Map.entry("updated_at", ValueType.DATETIME),
          Map.entry("updated_by", ValueType.RECORD));
  private static final Set<String> OF_PERSON = Set.of("department", "company");

  private final FieldTypes types;
  private final References references;
  private final FormulaTyping typing;
  private final String home;
  private final TablePlace place;
  private final Map<String, TablePlace> others;

  /**
   * @param home key of the app whose document holds the formula
   * @param place the table whose fields stand bare
   * @param others what stands behind {@code $record}, {@code $old}, {@code $parent} here
   */
  TableScope(
      FieldTypes types,
      References references,
      FormulaTyping typing,
      String home,
      TablePlace place,
      Map<String, TablePlace> others) {
    this.types = types;
    this.references = references;
    this.typing = typing;
    this.home = home;
    this.place = place;
    this.others = others;
  }

  @Override
  public Optional<ValueType> type(Reference reference) {
    var head = reference.head();
    if (head.equals("$me")) {
      return person(reference.tail());
    }
    if (head.startsWith("$")) {
      return Optional.ofNullable(others.get(head))
          .flatMap(
              other ->
                  reference.tail().isEmpty()
                      ? Optional.of(ValueType.RECORD)
                      : along(other, reference.tail(), false));
    }
    return along(place, reference.path(), false);
  }

  private static Optional<ValueType> person(List<String> tail) {
    return tail.isEmpty() || (tail.size() == 1 && OF_PERSON.contains(tail.get(0)))
        ? Optional.of(ValueType.RECORD)
        : Optional.empty();
  }

  /** {@code many}: whether the path has come along a to-many, so that all behind it is a list. */
  private Optional<ValueType> along(TablePlace from, List<String> path, boolean many) {
    var foreign = !from.version().app().equals(home);
    if (foreign && !from.exported(home, Optional.of(path.get(0)))) {
      return Optional.empty();
    }
    var tail = path.subList(1, path.size());
    var field = from.field(path.get(0));
    if (field.isPresent()) {
      return field(from, field.get(), tail, many);
    }
    var system = from.sub().isPresent() ? null : SYSTEM.get(path.get(0));
    if (system == null) {
      return Optional.empty();
    }
    if (tail.isEmpty()) {
      return Optional.of(many ? ValueType.LIST : system);
    }
    // owner.department: a person's units
    return path.get(0).equals("owner") || path.get(0).endsWith("_by")
        ? person(tail).filter(type -> !many)
        : Optional.empty();
  }

  private Optional<ValueType> field(
      TablePlace from, FieldDef field, List<String> tail, boolean many) {
    var type = typing.type(from, field);
    if (tail.isEmpty()) {
      return Optional.of(many ? ValueType.LIST : type);
    }
    var far = references.behind(from, field);
    if (far.isPresent()) {
      return along(far.get(), tail, many || type == ValueType.LIST);
    }
    if (types.of(field).link(field).filter(l -> l.kind() == Link.Kind.PERSON).isPresent()) {
      return person(tail).filter(t -> !many);
    }
    var part = tail.size() == 1 ? types.of(field).parts(field).get(tail.get(0)) : null;
    return Optional.ofNullable(part).map(t -> many ? ValueType.LIST : t);
  }
}
