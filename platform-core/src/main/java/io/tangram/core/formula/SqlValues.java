package io.tangram.core.formula;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** How one kind of value stands in for another, in SQL: the twin of {@link Values}. */
final class SqlValues {
  private static final Supplier<FormulaException> REFUSAL =
      () -> new FormulaException("formula.no-sql", 0, "");

  private SqlValues() {}

  static SqlTerm number(SqlTerm term) {
    return number(term, REFUSAL);
  }

  /** Never null: a blank is 0. */
  static SqlTerm number(SqlTerm term, Supplier<FormulaException> refusal) {
    switch (term.type()) {
      case NUMBER:
        return term.as(numeric("coalesce({0}, 0::numeric)", term.value()), ValueType.NUMBER);
      case BLANK:
        return term.as(numeric("0::numeric"), ValueType.NUMBER);
      case BOOL:
        return term.as(
            numeric("coalesce({0}, false)::int::numeric", term.value()), ValueType.NUMBER);
      case DATE:
        return term.as(numeric("coalesce(formula_serial({0}), 0)", term.value()), ValueType.NUMBER);
      case DATETIME:
        return term.as(numeric("coalesce(formula_serial({0}), 0)", term.value()), ValueType.NUMBER);
      case TEXT:
        return parsed(term);
      default:
        throw refusal.get();
    }
  }

  private static SqlTerm parsed(SqlTerm term) {
    var read = numeric("formula_number({0})", term.value());
    var fault =
        text(
            "case when {0} is not null and {1} is null then {2} end",
            term.value(), read, inline(FormulaError.VALUE.code()));
    return term.as(numeric("coalesce({0}, 0)", read), ValueType.NUMBER).failingToo(fault);
  }

  static SqlTerm text(SqlTerm term) {
    return text(term, REFUSAL);
  }

  /** Never null: a blank is the empty text. */
  static SqlTerm text(SqlTerm term, Supplier<FormulaException> refusal) {
    switch (term.type()) {
      case TEXT:
        return new SqlTerm(
            text("coalesce({0}, '')", term.value()),
            term.error(),
            ValueType.TEXT,
            term.lower(),
            true);
      case BLANK:
        return term.as(text("''::text"), ValueType.TEXT);
      case NUMBER:
        return term.as(text("coalesce(formula_text({0}), '')", term.value()), ValueType.TEXT);
      case BOOL:
        return term.as(text("coalesce(upper({0}::text), '')", term.value()), ValueType.TEXT);
      case DATE:
        return term.as(
            text("coalesce(to_char({0}, 'YYYY-MM-DD'), '')", term.value()), ValueType.TEXT);
      case DATETIME:
        return term.as(
            text(
                "coalesce(to_char({0} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'), '')",
                term.value()),
            ValueType.TEXT);
      case RECORD:
        return new SqlTerm(
            text("coalesce({0}::text, '')", term.value()),
            term.error(),
            ValueType.TEXT,
            true,
            true);
      default:
        throw refusal.get();
    }
  }

  /** Never null: a blank is false. */
  static SqlTerm bool(SqlTerm term) {
    switch (term.type()) {
      case BOOL:
        return term.as(bool("coalesce({0}, false)", term.value()), ValueType.BOOL);
      case BLANK:
        return term.as(inline(false), ValueType.BOOL);
      case TEXT:
        return spelled(term);
      default:
        var number = number(term);
        return number.as(bool("({0} <> 0)", number.value()), ValueType.BOOL);
    }
  }

  private static SqlTerm spelled(SqlTerm term) {
    var fault =
        text(
            "case when upper({0}) not in ('TRUE', 'FALSE') then {1} end",
            term.value(), inline(FormulaError.VALUE.code()));
    return term.as(bool("coalesce(upper({0}) = 'TRUE', false)", term.value()), ValueType.BOOL)
        .failingToo(fault);
  }

  /** May be null: a blank day stays blank. */
  static SqlTerm date(SqlTerm term, Supplier<FormulaException> refusal) {
    switch (term.type()) {
      case DATE:
        return term;
      case BLANK:
        return term.as(day("null::date"), ValueType.DATE);
      case DATETIME:
        return term.as(day("({0} at time zone 'UTC')::date", term.value()), ValueType.DATE);
      case TEXT:
      case NUMBER:
        return counted(term, refusal);
      default:
        throw refusal.get();
    }
  }

  /** The day of a number, or of a text that reads as one. */
  private static SqlTerm counted(SqlTerm term, Supplier<FormulaException> refusal) {
    var number = number(term, refusal);
    var fault =
        text(
            "case when {0} < 0 or {0} >= 2958466 then {1} end",
            number.value(), inline(FormulaError.NUMBER.code()));
    var day =
        day("case when {0} is not null then formula_day({1}) end", term.value(), number.value());
    return number.as(day, ValueType.DATE).failingToo(fault);
  }

  static Field<?> numeric(String sql, Field<?>... parts) {
    return field(sql, SQLDataType.NUMERIC, parts);
  }

  static Field<String> text(String sql, Field<?>... parts) {
    return field(sql, SQLDataType.CLOB, parts);
  }

  static Field<Boolean> bool(String sql, Field<?>... parts) {
    return field(sql, SQLDataType.BOOLEAN, parts);
  }

  static Field<?> day(String sql, Field<?>... parts) {
    return field(sql, SQLDataType.LOCALDATE, parts);
  }
}
