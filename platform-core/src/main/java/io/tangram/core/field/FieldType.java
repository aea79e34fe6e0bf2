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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /** Those of its words that a document must have. */
  default List<String> requiredWords() {
    return List.of();
  }

  /** What the schema cannot say about one field; pointers are inside the field. */
  default void check(FieldDef field, Violations violations) {}

  /** Whether it may be a column of a sub-table. */
  default boolean inSubtable() {
    return true;
  }

  /**
   * Whether a formula's result of this type is kept and shown as a field of this one, bare of
   * words.
   */
  default boolean holds(ValueType result) {
    return false;
  }

  /** Where the values are. */
  default Storage storage(FieldDef field) {
    return field.computedOnRead() ? Storage.NOWHERE : Storage.COLUMNS;
  }

  /**
   * The columns that a value of this field takes, main one first; empty when a value is no matter
   * of columns. Whether the table has them says {@link #storage}.
   */
  List<ColumnDef> columns(FieldDef field);

  /**
   * Whether people (and programs) may send a value: not for serial numbers, lookups and formulas.
   */
  default boolean writable(FieldDef field) {
    return !field.computed();
  }

  /**
   * A value out of JSON, in the shape of API.md; null for what counts as empty ({@code ""}, {@code
   * []}). Bounds come before any arithmetic.
   *
   * @throws InvalidValue with the message's key, when the value is not one of this field
   */
  T read(JsonNode json, FieldDef field) throws InvalidValue;

  /** Writes the value in the shape of API.md. */
  void write(T value, FieldDef field, JsonGenerator json) throws IOException;

  /** Whether two values are the same for a person: {@code 1.5} and {@code 1.50} are. */
  default boolean same(T one, T other) {
    return Objects.equals(one, other);
  }

  /**
   * One JDBC object per column, in the order of {@link #columns}; {@code value} may be null. Each
   * fits {@link ColumnType#placeholder()}.
   */
  Object[] toColumns(T value, FieldDef field);

  /**
   * The value out of consecutive columns of a result, the first at {@code index} (from 1); null
   * when empty.
   */
  T fromColumns(ResultSet row, int index, FieldDef field) throws SQLException;

  /** The operators a filter may use on this field. */
  Set<FilterOp> operators(FieldDef field);

  /**
   * The condition for an operator, with one {@code ?} per object of {@link #operands}, in that
   * order. The text depends on field and operator alone, so it is made once. True or not: null
   * counts as not; {@code NE} and {@code NIN} include the empties. {@code EQ null} is asked as
   * {@code EMPTY}, {@code NE null} as {@code NOT_EMPTY}.
   */
  Condition condition(FilterOp op, List<Field<?>> columns, FieldDef field);

  /** The JDBC objects for the {@code ?} of {@link #condition}. Lists go as one {@code String[]}. */
  Object[] operands(FilterOp op, JsonNode operand, FieldDef field) throws InvalidValue;

  /** What the field sorts by, most significant first; empty when it cannot be sorted by. */
  List<Field<?>> sort(List<Field<?>> columns, FieldDef field);

  /** The index it gets unasked, on its main column. */
  default IndexWish index(FieldDef field) {
    return IndexWish.NONE;
  }

  /** Whether an index can hold that no two rows have the same value. */
  default boolean unique(FieldDef field) {
    return false;
  }

  /** The keys a value can be chosen from; empty where it is not chosen from a list. */
  default Set<String> choices(FieldDef field) {
    return Set.of();
  }

  /** What the ids in its values name; empty when they name nothing. */
  default Optional<Link> link(FieldDef field) {
    return Optional.empty();
  }

  /** The ids in a value. */
  default List<UUID> linked(T value) {
    return List.of();
  }

  /** How its values are numbered when a record is created; empty for what is not numbered. */
  default Optional<SerialPattern> serial(FieldDef field) {
    return Optional.empty();
  }

  /** The type its values have in formulas. */
  ValueType valueType(FieldDef field);

  /** What formulas may ask of a value behind a dot: {@code amount} of a money, {@code start}. */
  default Map<String, ValueType> parts(FieldDef field) {
    return Map.of();
  }

  /** What SQL takes for such a part; empty where it has none. */
  default Optional<Field<?>> part(String part, List<Field<?>> columns, FieldDef field) {
    return Optional.empty();
  }

  /**
   * The value as formulas see it: BigDecimal, String, Boolean, LocalDate, Instant, List, UUID, or a
   * Map of {@link #parts}.
   */
  Object toFormula(T value, FieldDef field);

  /** A formula's result as a value of this field; null stays null. */
  T fromFormula(Object result, FieldDef field) throws InvalidValue;

  /**
   * Whether columns filled by another field of the same key serve this one as they are. The caller
   * has seen that the columns' types are equal.
   */
  default boolean keeps(FieldDef from, FieldDef to) {
    return from.type().equals(to.type());
  }

  /**
   * How old values of another field (same key, changed type or words) become values of this one;
   * empty when there is no way at all. The SQL holds constants only inlined, because it is kept as
   * text while the column is being filled.
   *
   * @param source the old field's type, for what it can say of its values
   */
  default Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return Optional.empty();
  }

  /**
   * Its value as one text, as a person would read it, for conversions into other types; empty where
   * there is none. Constants inlined.
   */
  default Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    return Optional.empty();
  }
}
