package io.tangram.core.formula;

import org.jooq.impl.DSL;

/** Functions on single numbers in SQL; PostgreSQL's numeric rounds halves away from zero too. */
final class SqlNumbers {
  private SqlNumbers() {}

  static SqlTerm abs(SqlArguments arguments) {
    return one(arguments, "abs({0})");
  }

  static SqlTerm floor(SqlArguments arguments) {
    return one(arguments, "floor({0})");
  }

  static SqlTerm sign(SqlArguments arguments) {
    return one(arguments, "sign({0})");
  }

  private static SqlTerm one(SqlArguments arguments, String sql) {
    var number = arguments.number(0);
    return number.as(SqlValues.numeric(sql, number.value()), ValueType.NUMBER);
  }

  static SqlTerm mod(SqlArguments arguments) {
    var number = arguments.number(0);
    var by = arguments.number(1);
    // added once more and taken again, so that the rest has the divisor's sign
    var sql = "mod(mod({0}, nullif({1}, 0)) + {1}, nullif({1}, 0))";
    return SqlTerm.of(
            SqlValues.numeric(sql, number.value(), by.value()), ValueType.NUMBER, number, by)
        .failingToo(
            SqlOperators.fault("case when {0} = 0 then {1} end", FormulaError.DIVISION, by));
  }

  static SqlTerm round(SqlArguments arguments) {
    return rounded(arguments, "round({0}, {1})");
  }

  static SqlTerm roundDown(SqlArguments arguments) {
    return rounded(arguments, "trunc({0}, {1})");
  }

  static SqlTerm roundUp(SqlArguments arguments) {
    return rounded(
        arguments,
        "(trunc({0}, {1}) + case when trunc({0}, {1}) = {0} then 0"
            + " else sign({0}) * power(10::numeric, - {1}) end)");
  }

  private static SqlTerm rounded(SqlArguments arguments, String sql) {
    var number = arguments.number(0);
    if (!arguments.has(1)) {
      return number.as(SqlValues.numeric(sql, number.value(), DSL.inline(0)), ValueType.NUMBER);
    }
    var digits = arguments.number(1);
    // beyond these bounds nothing changes any more, and a cast to int could overflow
    var places =
        DSL.field("least(greatest(trunc({0}), -400), 400)::int", Integer.class, digits.value());
    return SqlTerm.of(
        SqlValues.numeric(sql, number.value(), places), ValueType.NUMBER, number, digits);
  }
}
