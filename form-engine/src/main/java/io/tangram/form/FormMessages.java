package io.tangram.form;

import io.tangram.core.problem.MessageBundle;
import jakarta.inject.Singleton;

/** The words of forms and views. */
@Singleton
public final class FormMessages implements MessageBundle {
  @Override
  public String baseName() {
    return "form";
  }
}
