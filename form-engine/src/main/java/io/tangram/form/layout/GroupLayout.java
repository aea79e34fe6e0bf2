package io.tangram.form.layout;

import io.tangram.form.LayoutType;
import jakarta.inject.Singleton;

/** A titled part of a form. */
@Singleton
final class GroupLayout implements LayoutType {
  @Override
  public String key() {
    return "group";
  }

  @Override
  public boolean holdsItems() {
    return true;
  }
}
