package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds the JSON Schema of a type's words. */
final class Words {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final ObjectNode properties = NODES.objectNode();

  private Words() {}

  static Words none() {
    return new Words();
  }

  Words integer(String name, long least, long most) {
    properties.putObject(name).put("type", "integer").put("minimum", least).put("maximum", most);
    return this;
  }

  Words number(String name) {
    properties.putObject(name).put("type", "number");
    return this;
  }

  Words flag(String name) {
    properties.putObject(name).put("type", "boolean");
    return this;
  }

  Words text(String name, String pattern) {
    properties
        .putObject(name)
        .put("type", "string")
        .put("minLength", 1)
        .put("maxLength", 200)
        .put("pattern", pattern);
    return this;
  }

  Words formula(String name) {
    properties.putObject(name).put("type", "string").put("minLength", 1).put("maxLength", 8000);
    return this;
  }

  Words oneOf(String name, String... allowed) {
    var words = properties.putObject(name).putArray("enum");
    for (var word : allowed) {
      words.add(word);
    }
    return this;
  }

  Words with(String name, JsonNode schema) {
    properties.set(name, schema);
    return this;
  }

  ObjectNode schema() {
    return properties;
  }
}
