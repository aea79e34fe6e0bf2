package io.tangram.core.formula;

import java.util.function.Consumer;

/** A node of a formula's tree. The family is closed; each case knows what can be done with it. */
sealed interface Expression permits Literal, Name, Sign, Percent, Chain, Call, UnknownCall {
  /** Its value; an error may come as a value or be thrown as a {@link Fault}. */
  Object evaluate(Environment environment);

  ValueType type(TypeCheck check);

  SqlTerm sql(SqlScope scope);

  void references(Consumer<Reference> found);

  default boolean volatileInTime() {
    return false;
  }
}
