package io.tangram.core.formula;

import static org.jooq.impl.DSL.inline;

import org.jooq.Field;

/** The operators in SQL. */
final class SqlOperators {
  private SqlOperators() {}

  static SqlTerm negate(SqlTerm term) {
    var number = SqlValues.number(term);
    return number.as(SqlValues.numeric("(- {0})", number.value()), ValueType.NUMBER);
  }

  static SqlTerm percent(SqlTerm term) {
    var number = SqlValues.number(term);
    return number.as(SqlValues.numeric("({0} * 0.01)", number.value()), ValueType.NUMBER);
  }

  static SqlTerm apply(Operator operator, SqlTerm left, SqlTerm right) {
    if (Operator.COMPARING.contains(operator)) {
      return SqlComparison.apply(operator, left, right);
    }
    switch (operator) {
      case JOIN:
        var a = SqlValues.text(left);
        var b = SqlValues.text(right);
        return SqlTerm.of(
            SqlValues.text("({0} || {1})", a.value(), b.value()), ValueType.TEXT, a, b);
      case PLUS:
      case MINUS:
        return SqlDates.shift(operator, left, right);
      default:
        return arithmetic(operator, SqlValues.number(left), SqlValues.number(right));
    }
  }

  static SqlTerm arithmetic(Operator operator, SqlTerm left, SqlTerm right) {
    switch (operator) {
      case PLUS:
        return number("({0} + {1})", left, right);
      case MINUS:
        return number("({0} - {1})", left, right);
      case TIMES:
        return number("({0} * {1})", left, right);
      case DIVIDED:
        return divide(left, right);
      default:
        return power(left, right);
    }
  }

  private static SqlTerm number(String sql, SqlTerm left, SqlTerm right) {
    return SqlTerm.of(
        SqlValues.numeric(sql, left.value(), right.value()), ValueType.NUMBER, left, right);
  }

  /** With 20 decimals, as everywhere: the zeros make PostgreSQL keep at least as many. */
  static SqlTerm divide(SqlTerm left, SqlTerm right) {
    return number("round(({0} + 0.00000000000000000000) / nullif({1}, 0), 20)", left, right)
        .failingToo(fault("case when {0} = 0 then {1} end", FormulaError.DIVISION, right));
  }

  private static SqlTerm power(SqlTerm left, SqlTerm right) {
    return number("formula_power({0}, {1})", left, right)
        .failingToo(SqlValues.text("formula_power_error({0}, {1})", left.value(), right.value()));
  }

  static Field<String> fault(String sql, FormulaError error, SqlTerm term) {
    return SqlValues.text(sql, term.value(), inline(error.code()));
  }
}
