package io.tangram.core.formula;

import java.util.Optional;

/** What a formula may name at the place where it stands, asked when a design is checked. */
@FunctionalInterface
public interface Scope {
  /**
   * The type of what is named, or empty when the name leads nowhere. {@code LIST} for a path along
   * a to-many; {@code RECORD} for a relation, a person, a unit and for values with parts; {@code
   * ANY} where it is known only when it runs.
   */
  Optional<ValueType> type(Reference reference);
}
