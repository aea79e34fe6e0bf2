package io.tangram.form.view;

import static java.util.Objects.requireNonNull;

import io.tangram.core.metadata.Label;
import java.util.List;
import java.util.Optional;

/**
 * A view: how records of a table are listed (FORMAT, {@code views/}).
 *
 * @param key the document's path without folder and ending
 * @param type key of a {@link ViewType}
 * @param where a condition over the rows, in a formula
 */
public record ViewDef(
    String key,
    Label label,
    String table,
    String type,
    List<Column> columns,
    Optional<String> where,
    List<Sort> sort) {
  /**
   * A column.
   *
   * @param key of a field or a system column
   * @param width in CSS pixels; empty for the field type's own
   */
  public record Column(String key, Optional<Integer> width) {}

  /** What the rows are sorted by, most significant first; empties last either way. */
  public record Sort(String key, boolean desc) {}

  public ViewDef {
    requireNonNull(key, "key is null");
    requireNonNull(label, "label is null");
    requireNonNull(table, "table is null");
    requireNonNull(type, "type is null");
    columns = List.copyOf(columns);
    sort = List.copyOf(sort);
  }
}
