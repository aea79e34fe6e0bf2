package io.tangram.form.layout;

import io.tangram.form.LayoutType;
import jakarta.inject.Singleton;

/** Items side by side. */
@Singleton
final class ColumnsLayout implements LayoutType {
  @Override
  public String key() {
    return "columns";
  }

  @Override
  public boolean holdsItems() {
    return true;
  }
}
