package io.tangram.form;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.metadata.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form: how people enter a record of a table (FORMAT, {@code forms/}). It may only be stricter
 * than its table.
 *
 * @param key the document's path without folder and ending
 * @param table key of the table of this app whose records it makes
 * @param type business kind of these records; empty for the table's first
 * @param prefill field to value or {@code =formula}, put in where nothing was entered
 */
public record FormDef(
    String key,
    Label label,
    String table,
    Optional<String> type,
    List<FormItem> layout,
    List<FormRule> rules,
    Map<String, JsonNode> prefill,
    Submit submit) {
  /**
   * The end of a form.
   *
   * @param label of the button
   * @param thanks shown afterwards; may hold {@code {formula}}
   * @param then path of a document opened afterwards
   */
  public record Submit(Optional<Label> label, Optional<Label> thanks, Optional<String> then) {
    public static final Submit PLAIN =
        new Submit(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public FormDef {
    requireNonNull(key, "key is null");
    requireNonNull(label, "label is null");
    requireNonNull(table, "table is null");
    layout = List.copyOf(layout);
    rules = List.copyOf(rules);
    prefill = Collections.unmodifiableMap(new LinkedHashMap<>(prefill));
  }

  /** All items, each before those inside it. */
  public List<FormItem> items() {
    var all = new ArrayList<FormItem>();
    layout.forEach(item -> item.collect(all));
    return all;
  }

  /** The items that are fields, in the order of the screen. */
  public List<FormItem> fields() {
    return items().stream().filter(FormItem::isField).toList();
  }
}
