package io.tangram.form;

import static java.util.Objects.requireNonNull;

import io.tangram.core.metadata.Label;
import java.util.List;
import java.util.Optional;

/**
 * One item of a form's layout: a field, or something that holds or explains fields.
 *
 * @param key a field's key, or the item's own
 * @param type key of a {@link LayoutType}; {@code field} where the document names none
 * @param width columns of twelve; empty for the type's own
 * @param required stricter than the table; never looser
 * @param readonly shown, not entered here
 */
public record FormItem(
    String key,
    String type,
    Optional<Label> label,
    Optional<Label> help,
    Optional<Integer> width,
    boolean required,
    boolean readonly,
    List<FormItem> items) {
  /** The type of an item that names none. */
  public static final String FIELD = "field";

  public FormItem {
    requireNonNull(key, "key is null");
    requireNonNull(type, "type is null");
    items = List.copyOf(items);
  }

  /** A field with nothing to say about itself. */
  public static FormItem field(String key) {
    return new FormItem(
        key, FIELD, Optional.empty(), Optional.empty(), Optional.empty(), false, false, List.of());
  }

  public boolean isField() {
    return type.equals(FIELD);
  }

  void collect(List<FormItem> all) {
    all.add(this);
    items.forEach(item -> item.collect(all));
  }
}
