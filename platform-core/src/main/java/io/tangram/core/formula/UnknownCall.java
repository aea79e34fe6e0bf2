package io.tangram.core.formula;

import java.util.List;
import java.util.function.Consumer;

/** A call of a function that does not exist: refused by the check, {@code #NAME?} when it runs. */
record UnknownCall(String name, int position, List<Expression> arguments) implements Expression {
  UnknownCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Object evaluate(Environment environment) {
    return FormulaError.NAME;
  }

  @Override
  public ValueType type(TypeCheck check) {
    arguments.forEach(argument -> argument.type(check));
    check.fault("formula.function", name, position);
    return ValueType.ANY;
  }

  @Override
  public SqlTerm sql(SqlScope scope) {
    return SqlTerm.literal(FormulaError.NAME);
  }

  @Override
  public void references(Consumer<Reference> found) {
    arguments.forEach(argument -> argument.references(found));
  }
}
