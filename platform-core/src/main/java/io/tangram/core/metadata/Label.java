package io.tangram.core.metadata;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Text for people: one string for all languages, or one per language tag ({@code zh-CN}, {@code
 * en}). In JSON a string or an object, and it is written back in the shape it was read in.
 */
public final class Label {
  private final String text;
  private final Map<String, String> byLanguage;

  private Label(String text, Map<String, String> byLanguage) {
    this.text = text;
    this.byLanguage = byLanguage;
  }

  @JsonCreator
  public static Label of(String text) {
    return new Label(requireNonNull(text, "text is null"), Map.of());
  }

  @JsonCreator
  public static Label of(Map<String, String> byLanguage) {
    var first = byLanguage.values().stream().findFirst().orElse("");
    return new Label(byLanguage.getOrDefault("zh-CN", first), new LinkedHashMap<>(byLanguage));
  }

  /**
   * The text in the wanted language; the Chinese one, else the first, where that language has none.
   */
  public String in(Locale locale) {
    if (byLanguage.isEmpty()) {
      return text;
    }
    var exact = byLanguage.get(locale.toLanguageTag());
    return exact != null ? exact : byLanguage.getOrDefault(locale.getLanguage(), text);
  }

  @JsonValue
  Object json() {
    return byLanguage.isEmpty() ? text : byLanguage;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Label label && label.json().equals(json());
  }

  @Override
  public int hashCode() {
    return json().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
