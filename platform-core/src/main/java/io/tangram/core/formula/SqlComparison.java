package io.tangram.core.formula;

import static org.jooq.impl.DSL.inline;

import org.jooq.Field;

/**
 * Comparison in SQL, with the order and the blanks of {@link Comparison}. Where both sides are keys
 * or ids the column stands bare, so that an index serves.
 */
final class SqlComparison {
  private SqlComparison() {}

  static SqlTerm apply(Operator operator, SqlTerm left, SqlTerm right) {
    if (left.type() == ValueType.RECORD && right.type() == ValueType.RECORD) {
      return ids(operator, left, right);
    }
    var a = rank(left.type());
    var b = rank(right.type());
    if (a < 0 && b < 0) {
      return truth(compare(operator, inline(0), inline(0)), left, right);
    }
    var kind = a < 0 ? b : a;
    if (a >= 0 && b >= 0 && a != b) {
      return ranks(operator, left, right, a, b);
    }
    switch (kind) {
      case 0:
        return numbers(operator, left, right);
      case 1:
        return texts(operator, left, right);
      default:
        var x = SqlValues.bool(left);
        var y = SqlValues.bool(right);
        return truth(compare(operator, x.value(), y.value()), x, y);
    }
  }

  private static int rank(ValueType type) {
    switch (type) {
      case NUMBER:
      case DATE:
      case DATETIME:
        return 0;
      case TEXT:
      case RECORD:
        return 1;
      case BOOL:
        return 2;
      case BLANK:
        return -1;
      default:
        throw new FormulaException("formula.no-sql", 0, type.word());
    }
  }

  /** A blank is blank beside anything; otherwise kinds have a fixed order. */
  private static SqlTerm ranks(Operator operator, SqlTerm left, SqlTerm right, int a, int b) {
    var fixed = compare(operator, inline(a), inline(b));
    var blankLeft = truthOfBlank(operator, SqlTerm.literal(null), right);
    var blankRight = truthOfBlank(operator, left, SqlTerm.literal(null));
    return truth(
        SqlValues.bool(
            "case when {0} is null then {1} when {2} is null then {3} else {4} end",
            left.value(), blankLeft, right.value(), blankRight, fixed),
        left,
        right);
  }

  private static Field<?> truthOfBlank(Operator operator, SqlTerm left, SqlTerm right) {
    return apply(operator, left, right).value();
  }

  private static SqlTerm ids(Operator operator, SqlTerm left, SqlTerm right) {
    var same =
        SqlValues.bool(
            "coalesce({0} = {1}, false) or ({0} is null and {1} is null)",
            left.value(), right.value());
    switch (operator) {
      case EQUAL:
        return truth(
            SqlValues.bool(
                "({0} = {1} is true or ({0} is null and {1} is null))",
                left.value(), right.value()),
            left,
            right);
      case NOT_EQUAL:
        return truth(SqlValues.bool("not ({0})", same), left, right);
      default:
        return texts(operator, left, right);
    }
  }

  private static SqlTerm numbers(Operator operator, SqlTerm left, SqlTerm right) {
    if (left.type() == ValueType.DATE && right.type() == ValueType.DATE) {
      return truth(compare(operator, dayOrFirst(left), dayOrFirst(right)), left, right);
    }
    var a = SqlValues.number(left);
    var b = SqlValues.number(right);
    return truth(compare(operator, a.value(), b.value()), a, b);
  }

  private static Field<?> dayOrFirst(SqlTerm term) {
    return SqlValues.day("coalesce({0}, date '1899-12-31')", term.value());
  }

  private static SqlTerm texts(Operator operator, SqlTerm left, SqlTerm right) {
    var a = SqlValues.text(left);
    var b = SqlValues.text(right);
    return truth(compare(operator, folded(a), folded(b)), a, b);
  }

  private static Field<String> folded(SqlTerm term) {
    return SqlValues.text(
        term.lower() ? "{0} collate \"C\"" : "lower({0}) collate \"C\"", term.value());
  }

  private static Field<Boolean> compare(Operator operator, Field<?> left, Field<?> right) {
    return SqlValues.bool("({0} " + operator.symbol() + " {1})", left, right);
  }

  private static SqlTerm truth(Field<?> value, SqlTerm... parts) {
    return SqlTerm.of(value, ValueType.BOOL, parts).always();
  }
}
