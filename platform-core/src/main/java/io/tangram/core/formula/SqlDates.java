package io.tangram.core.formula;

import static org.jooq.impl.DSL.inline;

import java.util.Locale;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Days in SQL; what is computed from a blank day is blank. */
final class SqlDates {
  private SqlDates() {}

  static SqlTerm today(SqlArguments arguments) {
    return arguments.scope().today();
  }

  static SqlTerm now(SqlArguments arguments) {
    return arguments.scope().now();
  }

  static SqlTerm year(SqlArguments arguments) {
    return part(arguments, "year");
  }

  static SqlTerm month(SqlArguments arguments) {
    return part(arguments, "month");
  }

  static SqlTerm day(SqlArguments arguments) {
    return part(arguments, "day");
  }

  private static SqlTerm part(SqlArguments arguments, String part) {
    var day = arguments.date(0);
    return day.as(
        SqlValues.numeric("extract(" + part + " from {0})", day.value()), ValueType.NUMBER);
  }

  static SqlTerm weekday(SqlArguments arguments) {
    var day = arguments.date(0);
    var kind = arguments.has(1) ? arguments.number(1) : SqlTerm.of(inline(1), ValueType.NUMBER);
    var value =
        SqlValues.numeric("formula_weekday({0}, trunc({1})::int)", day.value(), kind.value());
    return SqlTerm.of(value, ValueType.NUMBER, day, kind)
        .failingToo(
            SqlValues.text(
                "case when {0} is not null and trunc({1}) not in (1, 2, 3, 11, 12, 13, 14, 15, 16,"
                    + " 17) then '#NUM!' end",
                day.value(), kind.value()));
  }

  static SqlTerm days(SqlArguments arguments) {
    var end = arguments.date(0);
    var start = arguments.date(1);
    return SqlTerm.of(
        SqlValues.numeric("({0} - {1})::numeric", end.value(), start.value()),
        ValueType.NUMBER,
        end,
        start);
  }

  static SqlTerm difference(SqlArguments arguments) {
    var start = arguments.date(0);
    var end = arguments.date(1);
    var unit = inline(arguments.literalText(2).toLowerCase(Locale.ROOT));
    return SqlTerm.of(
            SqlValues.numeric("formula_datedif({0}, {1}, {2})", start.value(), end.value(), unit),
            ValueType.NUMBER,
            start,
            end)
        .failingToo(
            SqlValues.text(
                "case when {0} > {1} or ({0} is not null and {1} is not null"
                    + " and {2} not in ('y', 'm', 'd', 'ym', 'yd', 'md')) then '#NUM!' end",
                start.value(), end.value(), unit));
  }

  static SqlTerm edate(SqlArguments arguments) {
    return months(arguments, "({0} + make_interval(months => {1}))::date");
  }

  static SqlTerm endOfMonth(SqlArguments arguments) {
    return months(
        arguments,
        "(date_trunc('month', {0}::timestamp) + make_interval(months => {1} + 1, days =>"
            + " -1))::date");
  }

  private static SqlTerm months(SqlArguments arguments, String sql) {
    var day = arguments.date(0);
    var months = arguments.number(1);
    // 99,999 months lie outside the calendar of formulas whichever day they start from
    var places =
        DSL.field("least(greatest(trunc({0}), -99999), 99999)::int", Integer.class, months.value());
    var value = SqlValues.day(sql, day.value(), places);
    return inCalendar(SqlTerm.of(value, ValueType.DATE, day, months), value);
  }

  private static SqlTerm inCalendar(SqlTerm term, Field<?> day) {
    return term.failingToo(
        SqlValues.text(
            "case when {0} < date '1900-01-01' or {0} > date '9999-12-31' then '#NUM!' end", day));
  }

  /** {@code +} and {@code -}, which keep a day a day. */
  static SqlTerm shift(Operator operator, SqlTerm left, SqlTerm right) {
    var sum = SqlOperators.arithmetic(operator, SqlValues.number(left), SqlValues.number(right));
    var moment = moment(left, right, operator);
    if (moment == ValueType.NUMBER) {
      return sum;
    }
    var outside =
        SqlValues.text("case when {0} < 0 or {0} >= 2958466 then '#NUM!' end", sum.value());
    var back =
        moment == ValueType.DATE
            ? SqlValues.day("formula_day({0})", sum.value())
            : DSL.field("formula_moment({0})", java.time.OffsetDateTime.class, sum.value());
    return sum.as(back, moment).failingToo(outside);
  }

  private static ValueType moment(SqlTerm left, SqlTerm right, Operator operator) {
    if (isMoment(left.type())) {
      return isMoment(right.type()) ? ValueType.NUMBER : left.type();
    }
    return isMoment(right.type()) && operator == Operator.PLUS ? right.type() : ValueType.NUMBER;
  }

  private static boolean isMoment(ValueType type) {
    return type == ValueType.DATE || type == ValueType.DATETIME;
  }
}
