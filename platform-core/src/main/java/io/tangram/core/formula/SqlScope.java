package io.tangram.core.formula;

import java.util.Optional;

/** What a formula may name where it runs as SQL. Made once per version and place. */
public interface SqlScope {
  /**
   * The SQL of what is named: a column, a placeholder, an array for a path along a to-many. Empty
   * where it has none.
   */
  Optional<SqlTerm> term(Reference reference);

  /** Placeholder of type {@code date} for {@code TODAY()}, in the organisation's zone. */
  SqlTerm today();

  /** Placeholder of type {@code timestamptz} for {@code NOW()}. */
  SqlTerm now();
}
