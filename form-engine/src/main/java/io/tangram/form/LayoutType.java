package io.tangram.form;

/**
 * A kind of layout item: one class per kind, found by CDI, and one folder in the front end. The
 * item's words are those of {@link FormItem}.
 */
public interface LayoutType {
  /** As it stands in a document: {@code group}. */
  String key();

  /** Whether other items may stand inside. */
  boolean holdsItems();
}
