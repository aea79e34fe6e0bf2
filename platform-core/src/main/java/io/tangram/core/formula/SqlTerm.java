package io.tangram.core.formula;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * A formula's SQL: an expression that never raises, and beside it the error it stands for.
 *
 * @param value numeric, text, boolean, date, timestamptz, uuid or an array, by type; SQL null for a
 *     blank, meaningless where there is an error
 * @param error text like {@code #DIV/0!}, null where there is none; absent where there can be none
 * @param type what the value is
 * @param lower whether a text needs no folding to lower case: option keys, ids
 * @param filled whether the value is never SQL null
 */
public record SqlTerm(
    Field<?> value, Optional<Field<String>> error, ValueType type, boolean lower, boolean filled) {

  /** A column or placeholder that cannot be in error. */
  public static SqlTerm of(Field<?> value, ValueType type) {
    return new SqlTerm(value, Optional.empty(), type, false, false);
  }

  /** A column or placeholder whose texts are lower-case keys, so that an index on it is used. */
  public static SqlTerm key(Field<?> value) {
    return new SqlTerm(value, Optional.empty(), ValueType.TEXT, true, false);
  }

  /** A value that is an error wherever it is used. */
  public static SqlTerm failing(FormulaError error) {
    return new SqlTerm(
        inline((String) null), Optional.of(inline(error.code())), ValueType.BLANK, false, false);
  }

  /** As a condition with two values: neither an error nor a blank holds. */
  public Condition holds() {
    var truth = condition(SqlValues.bool(this).value().coerce(Boolean.class));
    return error().map(fault -> fault.isNull().and(truth)).orElse(truth);
  }

  /** The error as an expression, always null where there can be none. */
  public Field<String> fault() {
    return error.orElse(inline((String) null));
  }

  /** The value, and SQL null where there is an error: what a computed column shows. */
  public Field<?> orNull() {
    return error()
        .<Field<?>>map(
            fault -> field("case when {0} is null then {1} end", value.getType(), fault, value))
        .orElse(value);
  }

  static SqlTerm literal(Object value) {
    if (value == null) {
      return of(inline((String) null), ValueType.BLANK);
    }
    if (value instanceof FormulaError error) {
      return failing(error);
    }
    if (value instanceof BigDecimal number) {
      return of(field("{0}::numeric", SQLDataType.NUMERIC, val(number)), ValueType.NUMBER);
    }
    if (value instanceof Boolean truth) {
      return of(inline(truth), ValueType.BOOL).always();
    }
    return of(field("{0}::text", SQLDataType.CLOB, val(value.toString())), ValueType.TEXT);
  }

  /** The same, known never to be SQL null. */
  SqlTerm always() {
    return new SqlTerm(value, error, type, lower, true);
  }

  SqlTerm as(Field<?> other, ValueType otherType) {
    return new SqlTerm(other, error, otherType, false, false);
  }

  /** The same value with further errors; the first one counts. */
  SqlTerm failingToo(Field<String> more) {
    return new SqlTerm(
        value,
        Optional.of(error.map(first -> coalesce(first, more)).orElse(more)),
        type,
        lower,
        filled);
  }

  /** A value made of others: in error as soon as one of them is. */
  static SqlTerm of(Field<?> value, ValueType type, SqlTerm... parts) {
    var errors =
        Arrays.stream(parts).map(SqlTerm::error).flatMap(Optional::stream).distinct().toList();
    Optional<Field<String>> first =
        errors.isEmpty()
            ? Optional.empty()
            : Optional.of(
                errors.size() == 1
                    ? errors.get(0)
                    : coalesce(
                        errors.get(0), errors.subList(1, errors.size()).toArray(Field[]::new)));
    return new SqlTerm(value, first, type, false, false);
  }
}
