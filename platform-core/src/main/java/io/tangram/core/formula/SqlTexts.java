package io.tangram.core.formula;

import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Texts in SQL; PostgreSQL counts characters as code points, as the other back ends do. */
final class SqlTexts {
  private SqlTexts() {}

  static SqlTerm join(SqlArguments arguments) {
    var terms = new ArrayList<SqlTerm>();
    var sql = new ArrayList<String>();
    for (int i = 0; i < arguments.count(); i++) {
      sql.add("{" + i + "}");
      terms.add(arguments.text(i));
    }
    var parts = terms.stream().map(SqlTerm::value).toArray(Field<?>[]::new);
    return SqlTerm.of(
        SqlValues.text("(" + String.join(" || ", sql) + ")", parts),
        ValueType.TEXT,
        terms.toArray(SqlTerm[]::new));
  }

  static SqlTerm length(SqlArguments arguments) {
    var text = arguments.text(0);
    return text.as(SqlValues.numeric("char_length({0})::numeric", text.value()), ValueType.NUMBER);
  }

  static SqlTerm upper(SqlArguments arguments) {
    return one(arguments, "upper({0})");
  }

  static SqlTerm lower(SqlArguments arguments) {
    return one(arguments, "lower({0})");
  }

  static SqlTerm trim(SqlArguments arguments) {
    return one(arguments, "regexp_replace(regexp_replace({0}, ' +', ' ', 'g'), '^ | $', '', 'g')");
  }

  private static SqlTerm one(SqlArguments arguments, String sql) {
    var text = arguments.text(0);
    return text.as(SqlValues.text(sql, text.value()), ValueType.TEXT);
  }

  static SqlTerm left(SqlArguments arguments) {
    return cut(arguments, "left({0}, {1})");
  }

  /** Zero characters are none, though PostgreSQL's {@code right(…, 0)} says so too. */
  static SqlTerm right(SqlArguments arguments) {
    return cut(arguments, "right({0}, {1})");
  }

  private static SqlTerm cut(SqlArguments arguments, String sql) {
    var text = arguments.text(0);
    var length = arguments.has(1) ? arguments.number(1) : SqlTerm.of(inline(1), ValueType.NUMBER);
    return SqlTerm.of(
            SqlValues.text(sql, text.value(), places(length)), ValueType.TEXT, text, length)
        .failingToo(negative(length, 0));
  }

  static SqlTerm middle(SqlArguments arguments) {
    var text = arguments.text(0);
    var start = arguments.number(1);
    var length = arguments.number(2);
    var value =
        SqlValues.text(
            "substr({0}, greatest({1}, 1), greatest({2}, 0))",
            text.value(), places(start), places(length));
    return SqlTerm.of(value, ValueType.TEXT, text, start, length)
        .failingToo(negative(start, 1))
        .failingToo(negative(length, 0));
  }

  /** Towards zero, and never so large that an int overflows. */
  private static Field<?> places(SqlTerm number) {
    return DSL.field("least(greatest(trunc({0}), -1), 100000)::int", Integer.class, number.value());
  }

  private static Field<String> negative(SqlTerm number, int least) {
    return SqlValues.text(
        "case when trunc({0}) < {1} then '#VALUE!' end", number.value(), inline(least));
  }
}
