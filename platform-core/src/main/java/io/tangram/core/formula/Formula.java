package io.tangram.core.formula;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A parsed formula: immutable, to be kept with the version it belongs to. It computes and never
 * reads anything but what the environment hands it.
 */
public final class Formula {
  private final String text;
  private final Expression root;
  private final Set<Reference> references;

  Formula(String text, Expression root) {
    this.text = requireNonNull(text, "text is null");
    this.root = requireNonNull(root, "root is null");
    var found = new LinkedHashSet<Reference>();
    root.references(found::add);
    this.references = java.util.Collections.unmodifiableSet(found);
  }

  /** As it was written, without a leading {@code =}. */
  public String text() {
    return text;
  }

  /** All names it uses, in the order they first appear. */
  public Set<Reference> references() {
    return references;
  }

  /** Whether its value depends on the moment ({@code TODAY}, {@code NOW}). */
  public boolean volatileInTime() {
    return root.volatileInTime();
  }

  /** Looks for names that lead nowhere and for types that cannot meet. */
  public Checked check(Scope scope) {
    var check = new TypeCheck(scope);
    return new Checked(root.type(check), check.faults());
  }

  /** The same, and the result must be of the wanted type. */
  public Checked check(Scope scope, ValueType wanted) {
    return check(scope).wanting(wanted);
  }

  /**
   * Its value: {@code BigDecimal}, {@code String}, {@code Boolean}, {@code LocalDate}, {@code
   * Instant}, {@code LocalTime}, {@code UUID}, {@code List}, a {@link FormulaError}, or null for
   * blank. Never throws for what the data holds.
   */
  public Object evaluate(Environment environment) {
    try {
      return Values.result(root.evaluate(environment));
    } catch (Fault fault) {
      return fault.error();
    }
  }

  /** Whether it holds, as a condition: an error or a blank does not. */
  public boolean holds(Environment environment) {
    try {
      return Values.bool(root.evaluate(environment));
    } catch (Fault fault) {
      return false;
    }
  }

  /**
   * The formula as SQL. The text depends on the scope alone; values from outside are placeholders
   * that the scope made.
   *
   * @throws FormulaException {@code formula.no-sql} for a function or a name without a SQL face
   */
  public SqlTerm toSql(SqlScope scope) {
    return root.sql(scope);
  }

  Expression root() {
    return root;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Formula formula && formula.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
