package io.tangram.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Binds a form's document that fits the schema. */
final class FormReader {
  private FormReader() {}

  static FormDef form(String key, ObjectNode document) {
    return new FormDef(
        key,
        Json.label(document, "label").orElseThrow(),
        document.path("table").asText(),
        Json.text(document, "type"),
        Json.list(document, "layout", FormReader::item),
        Json.list(document, "rules", FormReader::rule),
        Json.map(document, "prefill"),
        submit(document.path("submit")));
  }

  private static FormItem item(JsonNode json) {
    if (json.isTextual()) {
      return FormItem.field(json.textValue());
    }
    return new FormItem(
        json.path("key").asText(),
        json.path("type").asText(FormItem.FIELD),
        Json.label(json, "label"),
        Json.label(json, "help"),
        json.has("width") ? Optional.of(json.path("width").intValue()) : Optional.empty(),
        json.path("required").booleanValue(),
        json.path("readonly").booleanValue(),
        Json.list(json, "items", FormReader::item));
  }

  private static FormRule rule(JsonNode json) {
    return new FormRule(
        json.path("key").asText(),
        json.path("when").asText(),
        Json.texts(json, "show"),
        Json.texts(json, "hide"),
        Json.texts(json, "require"),
        Json.texts(json, "readonly"),
        Json.map(json, "set"),
        Json.label(json, "note"));
  }

  private static FormDef.Submit submit(JsonNode json) {
    return new FormDef.Submit(
        Json.label(json, "label"), Json.label(json, "thanks"), Json.text(json, "then"));
  }
}
