package io.tangram.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Operators of one level, from left to right: {@code a - b + c}. */
record Chain(Expression first, List<Step> steps) implements Expression {
  /** An operator and what stands right of it. */
  record Step(Operator operator, Expression operand) {}

  Chain {
    steps = List.copyOf(steps);
  }

  @Override
  public Object evaluate(Environment environment) {
    var value = first.evaluate(environment);
    for (var step : steps) {
      var left = Values.sound(value);
      value = step.operator().apply(left, Values.sound(step.operand().evaluate(environment)));
    }
    return value;
  }

  @Override
  public ValueType type(TypeCheck check) {
    var type = first.type(check);
    for (var step : steps) {
      type = check.operator(step.operator(), type, step.operand().type(check));
    }
    return type;
  }

  @Override
  public SqlTerm sql(SqlScope scope) {
    var terms = new ArrayList<SqlTerm>();
    terms.add(first.sql(scope));
    steps.forEach(step -> terms.add(step.operand().sql(scope)));
    return SqlChain.of(steps.stream().map(Step::operator).toList(), terms);
  }

  @Override
  public void references(Consumer<Reference> found) {
    first.references(found);
    steps.forEach(step -> step.operand().references(found));
  }

  @Override
  public boolean volatileInTime() {
    return first.volatileInTime()
        || steps.stream().anyMatch(step -> step.operand().volatileInTime());
  }
}
