package io.tangram.core.formula;

import io.tangram.core.problem.MessageBundle;
import jakarta.inject.Singleton;

/** The words for faults of formulas. */
@Singleton
public final class FormulaMessages implements MessageBundle {
  @Override
  public String baseName() {
    return "formula";
  }
}
