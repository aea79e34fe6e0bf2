package io.tangram.core.formula;

import java.util.function.Consumer;

/** A reference; {@code position} is where it stands in the text. */
record Name(Reference reference, int position) implements Expression {
  @Override
  public Object evaluate(Environment environment) {
    return Values.of(environment.value(reference));
  }

  @Override
  public ValueType type(TypeCheck check) {
    return check.name(reference, position);
  }

  @Override
  public SqlTerm sql(SqlScope scope) {
    return scope
        .term(reference)
        .orElseThrow(() -> new FormulaException("formula.no-sql", position, reference.toString()));
  }

  @Override
  public void references(Consumer<Reference> found) {
    found.accept(reference);
  }
}
