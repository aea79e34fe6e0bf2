package io.tangram.form.view;

import io.tangram.core.problem.Violations;

/** A kind of view: one class per kind, found by CDI, and one folder in the front end. */
public interface ViewType {
  /** As it stands in a document: {@code grid}. */
  String key();

  /** What this kind asks of a view beside what all views are asked. */
  void check(ViewDef view, Violations violations);
}
