package io.tangram.form.layout;

import io.tangram.form.LayoutType;
import jakarta.inject.Singleton;

/** A part of a form behind a tab. */
@Singleton
final class TabLayout implements LayoutType {
  @Override
  public String key() {
    return "tab";
  }

  @Override
  public boolean holdsItems() {
    return true;
  }
}
