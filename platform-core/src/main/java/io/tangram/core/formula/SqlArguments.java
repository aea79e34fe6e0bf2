package io.tangram.core.formula;

import java.util.List;

/** The arguments of one call as SQL. */
record SqlArguments(
    List<Expression> expressions, SqlScope scope, int position, FormulaFunction function) {
  int count() {
    return expressions.size();
  }

  boolean has(int index) {
    return index < expressions.size();
  }

  SqlTerm term(int index) {
    return expressions.get(index).sql(scope);
  }

  SqlTerm number(int index) {
    return SqlValues.number(term(index), this::refusal);
  }

  SqlTerm text(int index) {
    return SqlValues.text(term(index), this::refusal);
  }

  SqlTerm bool(int index) {
    return SqlValues.bool(term(index));
  }

  SqlTerm date(int index) {
    return SqlValues.date(term(index), this::refusal);
  }

  /** A text written in the formula; anything else has no SQL face here. */
  String literalText(int index) {
    if (expressions.get(index) instanceof Literal literal
        && literal.value() instanceof String text) {
      return text;
    }
    throw refusal();
  }

  List<SqlTerm> terms() {
    return expressions.stream().map(expression -> expression.sql(scope)).toList();
  }

  FormulaException refusal() {
    return new FormulaException("formula.no-sql", position, function.name());
  }
}
