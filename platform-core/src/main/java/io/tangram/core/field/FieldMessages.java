package io.tangram.core.field;

import io.tangram.core.problem.MessageBundle;
import jakarta.inject.Singleton;

/** The words for values that a field does not take. */
@Singleton
public final class FieldMessages implements MessageBundle {
  @Override
  public String baseName() {
    return "field";
  }
}
