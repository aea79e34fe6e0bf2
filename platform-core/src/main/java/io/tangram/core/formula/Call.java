package io.tangram.core.formula;

import java.util.List;
import java.util.function.Consumer;

/** A function with its arguments. */
record Call(FormulaFunction function, int position, List<Expression> arguments)
    implements Expression {
  Call {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Object evaluate(Environment environment) {
    return function.java().apply(new Arguments(arguments, environment));
  }

  @Override
  public ValueType type(TypeCheck check) {
    return check.call(function, position, arguments);
  }

  @Override
  public SqlTerm sql(SqlScope scope) {
    var face =
        function
            .sql()
            .orElseThrow(() -> new FormulaException("formula.no-sql", position, function.name()));
    return face.apply(new SqlArguments(arguments, scope, position, function));
  }

  @Override
  public void references(Consumer<Reference> found) {
    arguments.forEach(argument -> argument.references(found));
  }

  @Override
  public boolean volatileInTime() {
    return function.volatileInTime() || arguments.stream().anyMatch(Expression::volatileInTime);
  }
}
