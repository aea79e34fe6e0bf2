package io.tangram.core.formula;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;

/** Sums and counts over arrays and single values in SQL. */
final class SqlLists {
  private SqlLists() {}

  static SqlTerm sum(SqlArguments arguments) {
    var numbers = numbers(arguments);
    return numbers.as(
        SqlValues.numeric("(select coalesce(sum(n), 0) from unnest({0}) as u(n))", numbers.value()),
        ValueType.NUMBER);
  }

  static SqlTerm count(SqlArguments arguments) {
    var terms = arguments.terms();
    if (terms.size() != 1 || terms.get(0).type() != ValueType.LIST) {
      // a text that is no number is passed over here, while a sum is in error
      if (terms.stream().anyMatch(term -> !counts(term.type()))) {
        throw arguments.refusal();
      }
      var numbers = numbers(arguments);
      return numbers.as(
          SqlValues.numeric("(select count(n) from unnest({0}) as u(n))::numeric", numbers.value()),
          ValueType.NUMBER);
    }
    var list = terms.get(0);
    return list.as(
        SqlValues.numeric("(select count(n) from unnest({0}) as u(n))::numeric", list.value()),
        ValueType.NUMBER);
  }

  static SqlTerm average(SqlArguments arguments) {
    var numbers = numbers(arguments);
    var value =
        SqlValues.numeric(
            "(select round((sum(n) + 0.00000000000000000000) / nullif(count(n), 0), 20)"
                + " from unnest({0}) as u(n))",
            numbers.value());
    return numbers
        .as(value, ValueType.NUMBER)
        .failingToo(
            SqlValues.text(
                "case when (select count(n) from unnest({0}) as u(n)) = 0 then '#DIV/0!' end",
                numbers.value()));
  }

  static SqlTerm min(SqlArguments arguments) {
    return extreme(arguments, "min");
  }

  static SqlTerm max(SqlArguments arguments) {
    return extreme(arguments, "max");
  }

  private static SqlTerm extreme(SqlArguments arguments, String word) {
    var terms = arguments.terms();
    if (terms.stream().allMatch(term -> term.type() == ValueType.DATE)) {
      var value =
          SqlValues.day("(select " + word + "(n) from unnest({0}) as u(n))", array(terms, "date"));
      return SqlTerm.of(value, ValueType.DATE, terms.toArray(SqlTerm[]::new));
    }
    var numbers = numbers(arguments);
    return numbers.as(
        SqlValues.numeric(
            "(select coalesce(" + word + "(n), 0) from unnest({0}) as u(n))", numbers.value()),
        ValueType.NUMBER);
  }

  /** One array of all numbers; names that hold something else do not count. */
  private static SqlTerm numbers(SqlArguments arguments) {
    var terms = new ArrayList<SqlTerm>();
    for (int i = 0; i < arguments.count(); i++) {
      var term = arguments.term(i);
      if (term.type() == ValueType.LIST) {
        terms.add(term);
      } else if (!(arguments.expressions().get(i) instanceof Name)) {
        terms.add(SqlValues.number(term, arguments::refusal));
      } else if (counts(term.type())) {
        terms.add(nullOr(term));
      }
    }
    return SqlTerm.of(array(terms, "numeric"), ValueType.LIST, terms.toArray(SqlTerm[]::new));
  }

  private static boolean counts(ValueType type) {
    return type == ValueType.NUMBER || type == ValueType.DATE || type == ValueType.DATETIME;
  }

  /** A blank column is passed over, not counted as 0. */
  private static SqlTerm nullOr(SqlTerm term) {
    return term.type() == ValueType.NUMBER
        ? term
        : term.as(SqlValues.numeric("formula_serial({0})", term.value()), ValueType.NUMBER);
  }

  private static Field<?> array(List<SqlTerm> terms, String type) {
    var sql = new ArrayList<String>();
    var parts = new ArrayList<Field<?>>();
    for (var term : terms) {
      var part = "{" + parts.size() + "}";
      sql.add(term.type() == ValueType.LIST ? part + "::" + type + "[]" : "array[" + part + "]");
      parts.add(term.value());
    }
    var joined = sql.isEmpty() ? "array[]::" + type + "[]" : String.join(" || ", sql);
    return org.jooq.impl.DSL.field(
        "(" + joined + ")", Object.class, parts.toArray(Field<?>[]::new));
  }

  static SqlTerm contains(SqlArguments arguments) {
    var whole = arguments.term(0);
    var part = arguments.term(1);
    if (whole.type() != ValueType.LIST) {
      var text = SqlValues.text(whole, arguments::refusal);
      var piece = SqlValues.text(part, arguments::refusal);
      return SqlTerm.of(
              SqlValues.bool(
                  "(position(lower({0}) in lower({1})) > 0)", piece.value(), text.value()),
              ValueType.BOOL,
              text,
              piece)
          .always();
    }
    var fold = part.type() == ValueType.TEXT && !part.lower();
    var sql =
        fold
            ? "(exists (select from unnest({1}) as u(n) where lower(n::text) = lower({0})))"
            : "coalesce({0} = any ({1}), false)";
    return SqlTerm.of(SqlValues.bool(sql, part.value(), whole.value()), ValueType.BOOL, whole, part)
        .always();
  }
}
