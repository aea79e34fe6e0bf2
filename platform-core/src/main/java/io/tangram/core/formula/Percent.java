package io.tangram.core.formula;

import java.util.function.Consumer;

/** A hundredth: {@code 5%}. */
record Percent(Expression operand) implements Expression {
  @Override
  public Object evaluate(Environment environment) {
    return Values.number(operand.evaluate(environment)).movePointLeft(2);
  }

  @Override
  public ValueType type(TypeCheck check) {
    check.scalar(operand.type(check), "%");
    return ValueType.NUMBER;
  }

  @Override
  public SqlTerm sql(SqlScope scope) {
    return SqlOperators.percent(operand.sql(scope));
  }

  @Override
  public void references(Consumer<Reference> found) {
    operand.references(found);
  }

  @Override
  public boolean volatileInTime() {
    return operand.volatileInTime();
  }
}
