package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.field.Storage;
import io.tangram.core.metadata.FieldDef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;

/** What all types share whose value stands in one column and is compared as a whole. */
abstract class OneColumn<T> implements FieldType<T> {
  private final String key;
  private final ColumnType column;
  private final Set<FilterOp> operators;

  OneColumn(String key, ColumnType column, Set<FilterOp> operators) {
    this.key = key;
    this.column = column;
    this.operators = Set.copyOf(operators);
  }

  /** The value as JDBC binds it. */
  abstract Object bound(T value);

  /** The column's value, null when it is. */
  abstract T fetched(ResultSet row, int index) throws SQLException;

  @Override
  public final String key() {
    return key;
  }

  @Override
  public List<ColumnDef> columns(FieldDef field) {
    return List.of(ColumnDef.main(column));
  }

  @Override
  public final Object[] toColumns(T value, FieldDef field) {
    return new Object[] {value == null ? null : bound(value)};
  }

  @Override
  public final T fromColumns(ResultSet row, int index, FieldDef field) throws SQLException {
    return fetched(row, index);
  }

  @Override
  public final Set<FilterOp> operators(FieldDef field) {
    return operators;
  }

  @Override
  public Condition condition(FilterOp op, List<Field<?>> columns, FieldDef field) {
    return Comparisons.of(op, columns.get(0), column);
  }

  @Override
  public Object[] operands(FilterOp op, JsonNode operand, FieldDef field) throws InvalidValue {
    return Comparisons.operands(op, operand, json -> operand(json, field));
  }

  /** One value to compare with; a filter may ask for what could not be entered. */
  Object operand(JsonNode json, FieldDef field) throws InvalidValue {
    var value = read(json, field);
    return value == null ? null : bound(value);
  }

  @Override
  public List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    return List.of(columns.get(0));
  }

  @Override
  public boolean unique(FieldDef field) {
    return storage(field) == Storage.COLUMNS;
  }

  @Override
  public Object toFormula(T value, FieldDef field) {
    return value;
  }

  @Override
  public Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    return Optional.of(Convert.text(columns.get(0)));
  }
}
