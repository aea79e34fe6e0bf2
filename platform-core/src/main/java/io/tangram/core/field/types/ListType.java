package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What types share whose value is a list in one column; the empty list is kept as null. */
abstract class ListType<E> implements FieldType<List<E>> {
  private static final Set<FilterOp> OPERATORS =
      Comparisons.with(Comparisons.EQUALITY, FilterOp.CONTAINS);
  private final String key;
  private final ColumnType column;

  ListType(String key, ColumnType column) {
    this.key = key;
    this.column = column;
  }

  /** An element out of its text. */
  abstract E element(String text);

  /** An element as a filter names it. */
  abstract String operand(JsonNode json) throws InvalidValue;

  @Override
  public final String key() {
    return key;
  }

  @Override
  public List<ColumnDef> columns(FieldDef field) {
    return List.of(ColumnDef.main(column));
  }

  @Override
  public void write(List<E> value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (var element : value) {
      json.writeString(element.toString());
    }
    json.writeEndArray();
  }

  @Override
  public final Object[] toColumns(List<E> value, FieldDef field) {
    return new Object[] {
      value == null || value.isEmpty()
          ? null
          : value.stream().map(Object::toString).toArray(String[]::new)
    };
  }

  @Override
  public final List<E> fromColumns(ResultSet row, int index, FieldDef field) throws SQLException {
    var array = row.getArray(index);
    if (array == null) {
      return null;
    }
    return Arrays.stream((Object[]) array.getArray()).map(e -> element(e.toString())).toList();
  }

  @Override
  public Set<FilterOp> operators(FieldDef field) {
    return OPERATORS;
  }

  /**
   * {@code eq} the same elements in any order, {@code in} at least one of these, {@code contains}
   * all of these.
   */
  @Override
  public final Condition condition(FilterOp op, List<Field<?>> columns, FieldDef field) {
    var list = columns.get(0);
    var one = column.placeholder();
    var flag = ColumnType.BOOL.placeholder();
    return switch (op) {
      case EQ -> DSL.condition("({0} @> {1} and {0} <@ {2})", list, one, column.placeholder());
      case NE ->
          DSL.condition(
              "({0} is null or not ({0} @> {1} and {0} <@ {2}))", list, one, column.placeholder());
      case CONTAINS -> DSL.condition("{0} @> {1}", list, one);
      case IN -> DSL.condition("({0} && {1} or ({0} is null and {2}))", list, one, flag);
      case NIN -> DSL.condition("(not {0} && {1} or ({0} is null and not {2}))", list, one, flag);
      default -> Comparisons.of(op, list, column);
    };
  }

  @Override
  public final Object[] operands(FilterOp op, JsonNode operand, FieldDef field)
      throws InvalidValue {
    return switch (op) {
      case EQ, NE -> new Object[] {texts(operand), texts(operand)};
      case CONTAINS ->
          new Object[] {operand.isArray() ? texts(operand) : new String[] {operand(operand)}};
      default -> Comparisons.operands(op, operand, this::operand);
    };
  }

  private String[] texts(JsonNode json) throws InvalidValue {
    var texts = new ArrayList<String>();
    for (var element : Comparisons.elements(json)) {
      texts.add(operand(element));
    }
    return texts.toArray(String[]::new);
  }

  @Override
  public List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    return List.of();
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.LIST;
  }

  @Override
  public Object toFormula(List<E> value, FieldDef field) {
    return value;
  }

  @Override
  public boolean same(List<E> one, List<E> other) {
    return new HashSet<>(one == null ? List.of() : one)
        .equals(new HashSet<>(other == null ? List.of() : other));
  }
}
