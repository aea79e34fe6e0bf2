package io.tangram.core.field;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violations;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What a type of field knows: its words in a document, its columns, its values in JSON, SQL and
 * formulas. One class per type, found by CDI; no other file names a type.
 *
 * @param <T> the value in Java, immutable; null stands for empty and never reaches {@link #read} or
 *     {@link #write}
 */
public interface FieldType<T> {
  /** The type's key in a document, e.g. {@code number}. */
  String key();

  /** JSON Schema of the type's own words: an object of property name to schema. */
  ObjectNode words();

  /** What the schema cannot say about one field; pointers are inside the field. */
  default void check(FieldDef field, Violations violations) {}

  /**
   * The columns that hold the value, main one first; empty when nothing is kept in the row's table.
   */
  List<ColumnDef> columns(FieldDef field);

  /**
   * Whether people (and programs) may send a value: not for serial numbers, lookups and formulas.
   */
  default boolean writable(FieldDef field) {
    return !field.computed();
  }

  /**
   * A value out of JSON, in the shape of API.md. Bounds come before any arithmetic.
   *
   * @throws InvalidValue with the message's key, when the value is not one of this field
   */
  T read(JsonNode json, FieldDef field) throws InvalidValue;

  /** Writes the value in the shape of API.md. */
  void write(T value, FieldDef field, JsonGenerator json) throws IOException;

  /** One JDBC object per column, in the order of {@link #columns}; {@code value} may be null. */
  Object[] toColumns(T value, FieldDef field);

  /**
   * The value out of consecutive columns of a result, the first at {@code index} (from 1); null
   * when empty.
   */
  T fromColumns(ResultSet row, int index, FieldDef field) throws SQLException;

  /** The operators a filter may use on this field. */
  Set<FilterOp> operators(FieldDef field);

  /**
   * The condition for an operator, with one {@code DSL.param} placeholder per object of {@link
   * #operands}, in that order. The text depends on field and operator alone, so it is made once;
   * logic is two-valued: {@code NE}, {@code NIN} include the empties.
   */
  Condition condition(FilterOp op, List<Field<?>> columns, FieldDef field);

  /** The JDBC objects for the placeholders of {@link #condition}. Lists go as one array. */
  Object[] operands(FilterOp op, JsonNode operand, FieldDef field) throws InvalidValue;

  /** What the field sorts by, most significant first; empty when it cannot be sorted by. */
  List<Field<?>> sort(List<Field<?>> columns, FieldDef field);

  /** The type its values have in formulas. */
  ValueType valueType(FieldDef field);

  /**
   * The value as formulas see it (BigDecimal, String, Boolean, LocalDate, Instant, List, or a
   * part's owner).
   */
  Object toFormula(T value, FieldDef field);

  /** A formula's result as a value of this field; the types were checked at publish. */
  T fromFormula(Object result, FieldDef field) throws InvalidValue;

  /**
   * How old values of another field (same key, changed type or words) become values of this one:
   * one SQL expression per column of this type, null where a value cannot be converted; empty when
   * there is no way at all.
   */
  default Optional<List<Field<?>>> convert(FieldDef from, List<Field<?>> columns, FieldDef to) {
    return Optional.empty();
  }
}
