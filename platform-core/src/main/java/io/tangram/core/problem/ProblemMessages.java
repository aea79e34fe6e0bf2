package io.tangram.core.problem;

import jakarta.inject.Singleton;

/** The words of refusals. */
@Singleton
public final class ProblemMessages implements MessageBundle {
  @Override
  public String baseName() {
    return "problem";
  }
}
