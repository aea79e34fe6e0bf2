package io.tangram.form;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.formula.Reference;
import io.tangram.core.formula.Scope;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * What formulas of a form or a view may name: fields of the table, their parts and columns, system
 * columns, the person at work. Where a path leads into another table is looked at when it runs.
 */
public final class TableNames implements Scope {
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
  private static final Set<String> PERSON = Set.of("$me", "$me.department", "$me.company");

  private final TableDef table;
  private final FieldTypes types;

  public TableNames(TableDef table, FieldTypes types) {
    this.table = table;
    this.types = types;
  }

  /** Whether the table has this field, or every table has this column. */
  public boolean has(String name) {
    return system(name) || table.field(name).isPresent();
  }

  /** Whether every table has this column. */
  public static boolean system(String name) {
    return SYSTEM.containsKey(name);
  }

  /** Whether rows can be sorted by it. */
  public boolean sortable(String name) {
    return table
        .field(name)
        .map(field -> !types.of(field).sort(columns(field), field).isEmpty())
        .orElse(system(name));
  }

  /** Columns as they might be called: only whether there is something to sort by is asked. */
  private List<Field<?>> columns(FieldDef field) {
    return types.of(field).columns(field).stream()
        .<Field<?>>map(column -> DSL.field(DSL.name(field.key() + column.part())))
        .toList();
  }

  @Override
  public Optional<ValueType> type(Reference reference) {
    if (reference.head().startsWith("$")) {
      return person(reference);
    }
    var field = table.field(reference.head());
    if (field.isPresent()) {
      return type(field.get(), reference);
    }
    var system = Optional.ofNullable(SYSTEM.get(reference.head()));
    return reference.tail().isEmpty()
        ? system
        : system.filter(type -> type == ValueType.RECORD).map(type -> ValueType.ANY);
  }

  private static Optional<ValueType> person(Reference reference) {
    return PERSON.contains(reference.toString()) ? Optional.of(ValueType.RECORD) : Optional.empty();
  }

  private Optional<ValueType> type(FieldDef field, Reference reference) {
    var type = types.of(field);
    if (reference.tail().isEmpty()) {
      return Optional.of(type.valueType(field));
    }
    var next = reference.tail().get(0);
    if (!field.fields().isEmpty()) {
      return field.fields().stream()
          .filter(column -> column.key().equals(next))
          .findFirst()
          .map(column -> ValueType.LIST);
    }
    var part = Optional.ofNullable(type.parts(field).get(next));
    return part.or(() -> type.link(field).map(link -> behind(type.valueType(field))));
  }

  private static ValueType behind(ValueType relation) {
    return relation == ValueType.LIST ? ValueType.LIST : ValueType.ANY;
  }
}
