package io.tangram.core.formula;

import java.util.Optional;

/**
 * The errors of a spreadsheet, which are values here: a formula that divides by nothing has the
 * value {@code #DIV/0!}, and whatever is computed from it has it too.
 */
public enum FormulaError {
  DIVISION("#DIV/0!"),
  VALUE("#VALUE!"),
  NOT_AVAILABLE("#N/A"),
  NUMBER("#NUM!"),
  NAME("#NAME?"),
  REFERENCE("#REF!"),
  EMPTY("#NULL!");

  private final String code;
  private final Fault fault;

  FormulaError(String code) {
    this.code = code;
    this.fault = new Fault(this);
  }

  /** As people write it: {@code #DIV/0!}. */
  public String code() {
    return code;
  }

  /** What carries the error out of a computation; one object per error, without a stack. */
  Fault fault() {
    return fault;
  }

  /** The error written so, whatever its case. */
  static Optional<FormulaError> of(String written) {
    for (var error : values()) {
      if (error.code.equalsIgnoreCase(written)) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return code;
  }
}
