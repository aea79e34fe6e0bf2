package io.tangram.core.field;

import io.tangram.core.problem.Violation;
import java.util.List;

/**
 * A value that a field's type does not take. It becomes a violation at the field's place, words in
 * the caller's language.
 */
public final class InvalidValue extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Violation> violations;

  /** The whole value is at fault. {@code code}: key of the message, e.g. {@code number.scale}. */
  public InvalidValue(String code, Object... arguments) {
    this(List.of(Violation.at("", code, arguments)));
  }

  /** Parts of the value are at fault; pointers are inside the value ({@code /0/values/price}). */
  public InvalidValue(List<Violation> violations) {
    super(violations.toString(), null, false, false);
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
