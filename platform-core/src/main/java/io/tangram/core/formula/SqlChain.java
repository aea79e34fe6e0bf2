package io.tangram.core.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Field;

/**
 * Operators of one level in SQL. Where the order of brackets does not matter they stand flat, so
 * that a sum of a thousand terms nests no thousand brackets.
 */
final class SqlChain {
  private static final int MOST_NESTED = 100;
  private static final Set<ValueType> MOMENTS = Set.of(ValueType.DATE, ValueType.DATETIME);

  private SqlChain() {}

  /** One term more than operators. */
  static SqlTerm of(List<Operator> operators, List<SqlTerm> terms) {
    if (operators.size() > 1 && flat(operators, terms)) {
      return operators.get(0) == Operator.JOIN
          ? joined(operators, terms, SqlValues::text, ValueType.TEXT)
          : joined(operators, terms, SqlValues::number, ValueType.NUMBER);
    }
    if (operators.size() > MOST_NESTED) {
      throw new FormulaException("formula.no-sql", 0, operators.get(0).symbol());
    }
    var result = terms.get(0);
    for (var i = 0; i < operators.size(); i++) {
      result = SqlOperators.apply(operators.get(i), result, terms.get(i + 1));
    }
    return result;
  }

  private static boolean flat(List<Operator> operators, List<SqlTerm> terms) {
    if (Operator.ADDING.contains(operators.get(0))) {
      return terms.stream().noneMatch(term -> MOMENTS.contains(term.type()));
    }
    return operators.stream().allMatch(o -> o == Operator.JOIN)
        || operators.stream().allMatch(o -> o == Operator.TIMES);
  }

  private static SqlTerm joined(
      List<Operator> operators,
      List<SqlTerm> terms,
      UnaryOperator<SqlTerm> operand,
      ValueType type) {
    var operands = terms.stream().map(operand).toArray(SqlTerm[]::new);
    var sql = new StringBuilder("({0}");
    for (var i = 0; i < operators.size(); i++) {
      var operator = operators.get(i) == Operator.JOIN ? "||" : operators.get(i).symbol();
      sql.append(' ').append(operator).append(" {").append(i + 1).append('}');
    }
    var parts = Arrays.stream(operands).map(SqlTerm::value).toArray(Field<?>[]::new);
    var text = sql.append(')').toString();
    var value =
        type == ValueType.TEXT ? SqlValues.text(text, parts) : SqlValues.numeric(text, parts);
    return SqlTerm.of(value, type, operands);
  }
}
