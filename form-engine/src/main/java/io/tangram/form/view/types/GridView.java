package io.tangram.form.view.types;

import io.tangram.core.problem.Violations;
import io.tangram.form.view.ViewDef;
import io.tangram.form.view.ViewType;
import jakarta.inject.Singleton;

/** Rows and columns. */
@Singleton
final class GridView implements ViewType {
  @Override
  public String key() {
    return "grid";
  }

  @Override
  public void check(ViewDef view, Violations violations) {
    if (view.columns().isEmpty()) {
      violations.add("/columns", "view.columns");
    }
  }
}
