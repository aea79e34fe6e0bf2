package io.tangram.form.layout;

import io.tangram.form.LayoutType;
import jakarta.inject.Singleton;

/** A text for whoever fills the form in. */
@Singleton
final class NoteLayout implements LayoutType {
  @Override
  public String key() {
    return "note";
  }

  @Override
  public boolean holdsItems() {
    return false;
  }
}
