package io.tangram.form;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.metadata.Label;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form does while a condition holds. The names in the lists are keys of layout items, so a
 * whole group may be shown or hidden.
 *
 * @param when a formula
 * @param show hidden unless some rule that shows it holds
 * @param hide hidden while it holds; stronger than {@code show}
 * @param set field to value or {@code =formula}
 */
public record FormRule(
    String key,
    String when,
    List<String> show,
    List<String> hide,
    List<String> require,
    List<String> readonly,
    Map<String, JsonNode> set,
    Optional<Label> note) {
  public FormRule {
    requireNonNull(key, "key is null");
    requireNonNull(when, "when is null");
    show = List.copyOf(show);
    hide = List.copyOf(hide);
    require = List.copyOf(require);
    readonly = List.copyOf(readonly);
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }
}
