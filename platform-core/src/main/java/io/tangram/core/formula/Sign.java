package io.tangram.core.formula;

import java.util.function.Consumer;

/** A sign before a value. A plus leaves the value as it is, a text too. */
record Sign(boolean minus, Expression operand) implements Expression {
  @Override
  public Object evaluate(Environment environment) {
    var value = operand.evaluate(environment);
    return minus ? Values.number(value).negate() : value;
  }

  @Override
  public ValueType type(TypeCheck check) {
    var type = operand.type(check);
    if (!minus) {
      return type;
    }
    check.scalar(type, "-");
    return ValueType.NUMBER;
  }

  @Override
  public SqlTerm sql(SqlScope scope) {
    var term = operand.sql(scope);
    return minus ? SqlOperators.negate(term) : term;
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
