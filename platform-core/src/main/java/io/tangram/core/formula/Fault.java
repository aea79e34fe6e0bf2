package io.tangram.core.formula;

/**
 * Carries an error value out of a computation to whoever catches errors ({@code IFERROR}, or the
 * formula itself). Never leaves the package.
 */
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final FormulaError error;

  Fault(FormulaError error) {
    super(error.code(), null, false, false);
    this.error = error;
  }

  FormulaError error() {
    return error;
  }
}
