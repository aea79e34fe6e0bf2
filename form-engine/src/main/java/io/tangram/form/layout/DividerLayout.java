package io.tangram.form.layout;

import io.tangram.form.LayoutType;
import jakarta.inject.Singleton;

/** A line between two parts. */
@Singleton
final class DividerLayout implements LayoutType {
  @Override
  public String key() {
    return "divider";
  }

  @Override
  public boolean holdsItems() {
    return false;
  }
}
