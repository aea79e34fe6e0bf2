package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The choices of a select: from the document, in the order of the screen. */
record Options(Map<String, String> labels) {
  /** {@code ["p1", {"key":"p2","label":"…"}]}; a word alone is its own label. */
  static Options of(FieldDef field) {
    var labels = new LinkedHashMap<String, String>();
    for (var option : field.word("options")) {
      var key = option.isTextual() ? option.textValue() : option.path("key").asText();
      labels.put(key, label(option.path("label"), key));
    }
    return new Options(labels);
  }

  private static String label(JsonNode label, String key) {
    if (label.isObject()) {
      return label
          .path("zh-CN")
          .asText(label.elements().hasNext() ? label.elements().next().asText() : key);
    }
    return label.asText(key);
  }

  static JsonNode schema() {
    var nodes = JsonNodeFactory.instance;
    var key =
        nodes
            .objectNode()
            .put("type", "string")
            .put("minLength", 1)
            .put("maxLength", 48)
            .put("pattern", "^[^\\u0000-\\u001f]+$");
    var option = nodes.objectNode().put("type", "object").put("additionalProperties", false);
    option.putArray("required").add("key");
    var members = option.putObject("properties");
    members.set("key", key);
    members.set("label", nodes.objectNode().put("$ref", "#/$defs/label"));
    members.putObject("color").put("type", "string").put("pattern", "^[a-z]{1,20}$");
    members.set("lock", nodes.objectNode().put("$ref", "#/$defs/lock"));
    var list = nodes.objectNode().put("type", "array").put("maxItems", 500);
    list.putObject("items").putArray("anyOf").add(key).add(option);
    return list;
  }

  void check(FieldDef field, Violations violations) {
    if (labels.size() < field.word("options").size()) {
      violations.add("/options", "select.twice");
    }
  }

  static String read(JsonNode json, FieldDef field) throws InvalidValue {
    if (!json.isTextual()) {
      throw new InvalidValue("select.type");
    }
    return known(json.textValue(), field);
  }

  /** The key if it is one of the field's, null for the empty text; makes nothing, as all ask it. */
  static String known(String key, FieldDef field) throws InvalidValue {
    if (key.isEmpty()) {
      return null;
    }
    for (var option : field.word("options")) {
      if (key.equals(option.isTextual() ? option.textValue() : option.path("key").textValue())) {
        return key;
      }
    }
    throw new InvalidValue("select.unknown", key.length() > 48 ? key.substring(0, 48) : key);
  }

  /** The option's place on the screen, from 1; what is no option any more comes last. */
  Field<Integer> position(Field<?> column) {
    return DSL.field(
        "array_position({0}, {1})", SQLDataType.INTEGER, inlined(labels.keySet()), column);
  }

  private static Field<?> inlined(Set<String> keys) {
    return DSL.field(
        "cast(array[{0}] as text[])",
        ColumnType.WORD_LIST.type(), DSL.list(keys.stream().map(DSL::inline).toList()));
  }

  /** The option whose key or label a text is; null for any other. */
  Field<String> find(Field<String> text) {
    var found = DSL.inline((String) null, SQLDataType.CLOB);
    Field<String> result = found;
    for (var option : labels.entrySet()) {
      result =
          DSL.field(
              "case when trim({0}) in ({1}, {2}) then {1} else {3} end",
              SQLDataType.CLOB,
              text,
              DSL.inline(option.getKey()),
              DSL.inline(option.getValue()),
              result);
    }
    return result;
  }

  /** The option's label for its key; the key itself where it is no option any more. */
  Field<String> label(Field<?> key) {
    Field<String> result = Convert.text(key);
    for (var option : labels.entrySet()) {
      result =
          DSL.field(
              "case when {0} = {1} then {2} else {3} end",
              SQLDataType.CLOB,
              key,
              DSL.inline(option.getKey()),
              DSL.inline(option.getValue()),
              result);
    }
    return result;
  }
}
