package io.tangram.core.formula;

import java.util.function.Consumer;

/** A value written in the formula; null for an argument left out. */
record Literal(Object value) implements Expression {
  @Override
  public Object evaluate(Environment environment) {
    return value;
  }

  @Override
  public ValueType type(TypeCheck check) {
    return ValueType.of(value);
  }

  @Override
  public SqlTerm sql(SqlScope scope) {
    return SqlTerm.literal(value);
  }

  @Override
  public void references(Consumer<Reference> found) {
    // names nothing
  }
}
