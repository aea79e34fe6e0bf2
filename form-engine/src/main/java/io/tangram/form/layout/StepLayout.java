package io.tangram.form.layout;

import io.tangram.form.LayoutType;
import jakarta.inject.Singleton;

/** A part of a form on a page of its own, filled one after the other. */
@Singleton
final class StepLayout implements LayoutType {
  @Override
  public String key() {
    return "step";
  }

  @Override
  public boolean holdsItems() {
    return true;
  }
}
