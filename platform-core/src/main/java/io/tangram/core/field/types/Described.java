package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.field.Link;
import io.tangram.core.field.Storage;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import jakarta.inject.Provider;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What formula and lookup share: their values are those of another field, which the completed
 * version names; everything is asked of that field's type.
 */
abstract class Described implements FieldType<Object> {
  private final String key;
  private final Provider<FieldTypes> types;

  Described(String key, Provider<FieldTypes> types) {
    this.key = key;
    this.types = types;
  }

  /** Texts stand in until the version is completed, and where its check found a fault. */
  static FieldDef result(FieldDef field) {
    return field.result().orElseGet(() -> FieldDef.plain(field.key(), "text"));
  }

  final FieldType<Object> type(FieldDef field) {
    return types.get().of(result(field));
  }

  @Override
  public final String key() {
    return key;
  }

  @Override
  public final boolean writable(FieldDef field) {
    return false;
  }

  @Override
  public final List<ColumnDef> columns(FieldDef field) {
    return type(field).columns(result(field));
  }

  @Override
  public final Object read(JsonNode json, FieldDef field) throws InvalidValue {
    return type(field).read(json, result(field));
  }

  @Override
  public final void write(Object value, FieldDef field, JsonGenerator json) throws IOException {
    type(field).write(value, result(field), json);
  }

  @Override
  public final boolean same(Object one, Object other) {
    return one instanceof BigDecimal a && other instanceof BigDecimal b
        ? a.compareTo(b) == 0
        : Objects.equals(one, other);
  }

  @Override
  public final Object[] toColumns(Object value, FieldDef field) {
    return type(field).toColumns(value, result(field));
  }

  @Override
  public final Object fromColumns(ResultSet row, int index, FieldDef field) throws SQLException {
    return type(field).fromColumns(row, index, result(field));
  }

  @Override
  public final Set<FilterOp> operators(FieldDef field) {
    return storage(field) == Storage.COLUMNS ? type(field).operators(result(field)) : Set.of();
  }

  @Override
  public final Condition condition(FilterOp op, List<Field<?>> columns, FieldDef field) {
    return type(field).condition(op, columns, result(field));
  }

  @Override
  public final Object[] operands(FilterOp op, JsonNode operand, FieldDef field)
      throws InvalidValue {
    return type(field).operands(op, operand, result(field));
  }

  @Override
  public final List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    return storage(field) == Storage.COLUMNS ? type(field).sort(columns, result(field)) : List.of();
  }

  @Override
  public final Optional<Link> link(FieldDef field) {
    return type(field).link(result(field));
  }

  @Override
  public final ValueType valueType(FieldDef field) {
    return field.result().map(r -> types.get().of(r).valueType(r)).orElse(ValueType.ANY);
  }

  @Override
  public final Map<String, ValueType> parts(FieldDef field) {
    return type(field).parts(result(field));
  }

  @Override
  public final Optional<Field<?>> part(String part, List<Field<?>> columns, FieldDef field) {
    return type(field).part(part, columns, result(field));
  }

  @Override
  public final Object toFormula(Object value, FieldDef field) {
    return type(field).toFormula(value, result(field));
  }

  @Override
  public final Object fromFormula(Object value, FieldDef field) throws InvalidValue {
    return type(field).fromFormula(value, result(field));
  }

  @Override
  public final Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    return type(field).asText(columns, result(field));
  }

  @Override
  public final boolean unique(FieldDef field) {
    return storage(field) == Storage.COLUMNS && type(field).unique(result(field));
  }
}
