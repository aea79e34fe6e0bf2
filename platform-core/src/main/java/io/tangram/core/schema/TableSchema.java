package io.tangram.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FieldTypes;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The JSON Schema of a table document, put together from the words common to all fields and those
 * that each type brings. Refuses every member it does not know.
 */
final class TableSchema {
  /** The words that every field may have, in the order of FORMAT; no type may take one. */
  static final List<String> COMMON =
      List.of(
          "key",
          "label",
          "type",
          "required",
          "unique",
          "default",
          "formula",
          "stored",
          "check",
          "help",
          "lock",
          "hidden");

  private static final String KEY = "^[a-z][a-z0-9_]{0,47}$";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final FieldTypes types;

  TableSchema(FieldTypes types) {
    this.types = types;
  }

  ObjectNode make() {
    var root = object(List.of("format", "label", "title", "fields"));
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    var members = properties(root);
    members.putObject("format").put("const", "table/1");
    ref(members, "label", "label");
    ref(members, "help", "label");
    ref(members, "lock", "lock");
    ref(members, "title", "key");
    ref(members, "fields", "fields");
    list(members, "types", anyOfKey(recordType()), 50);
    members.set("lifecycle", lifecycle());
    list(members, "rules", rule(), 200);
    list(members, "uniques", unique(), 50);
    members.set("exports", exports());
    root.set("$defs", definitions());
    return root;
  }

  private ObjectNode definitions() {
    var defs = NODES.objectNode();
    defs.putObject("key").put("type", "string").put("pattern", KEY);
    defs.set("label", label());
    var lock = defs.putObject("lock").putArray("enum");
    List.of("sealed", "extendable", "free").forEach(lock::add);
    defs.putObject("formula").put("type", "string").put("minLength", 1).put("maxLength", 8000);
    var keys = defs.putObject("keys").put("type", "array").put("uniqueItems", true);
    ref(keys, "items", "key");
    fields(defs.putObject("fields"), type -> true, 300);
    fields(defs.putObject("columns"), FieldType::inSubtable, 100);
    return defs;
  }

  private static ObjectNode label() {
    var text = NODES.objectNode().put("type", "string").put("minLength", 1).put("maxLength", 500);
    var languages = NODES.objectNode().put("type", "object").put("minProperties", 1);
    languages.putObject("propertyNames").put("pattern", "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$");
    languages.set("additionalProperties", text);
    var label = NODES.objectNode();
    label.putArray("anyOf").add(text).add(languages);
    return label;
  }

  /** A list of fields: the common words, then for each type the words that it adds. */
  private void fields(ObjectNode list, Predicate<FieldType<?>> taken, int most) {
    list.put("type", "array").put("minItems", 1).put("maxItems", most);
    var usable = types.all().stream().filter(taken).toList();
    var field = list.putObject("items").put("type", "object");
    strings(field.putArray("required"), List.of("key", "type"));
    var members = properties(field);
    common(members);
    strings(
        members.putObject("type").putArray("enum"), usable.stream().map(FieldType::key).toList());
    var cases = field.putArray("allOf");
    usable.forEach(type -> cases.add(whenOf(type)));
  }

  private static void common(ObjectNode members) {
    ref(members, "key", "key");
    ref(members, "label", "label");
    members.putObject("required").put("type", "boolean");
    members.putObject("unique").put("type", "boolean");
    members.put("default", true);
    ref(members, "formula", "formula");
    members.putObject("stored").putArray("enum").add(true).add(false).add("when_created");
    ref(members, "check", "formula");
    ref(members, "help", "label");
    ref(members, "lock", "lock");
    members.putObject("hidden").put("type", "boolean");
  }

  private static ObjectNode whenOf(FieldType<?> type) {
    var one = NODES.objectNode();
    var condition = one.putObject("if");
    condition.putArray("required").add("type");
    condition.putObject("properties").putObject("type").put("const", type.key());
    var then = one.putObject("then");
    strings(then.putArray("required"), type.requiredWords());
    var members = then.putObject("properties");
    COMMON.forEach(word -> members.put(word, true));
    members.setAll(type.words());
    then.put("additionalProperties", false);
    return one;
  }

  private static ObjectNode recordType() {
    var type = element(List.of("key"));
    var members = properties(type);
    members.putObject("code").put("type", "string").put("pattern", "^[A-Za-z0-9]{1,10}$");
    ref(members, "hides", "keys");
    ref(members, "requires", "keys");
    var options = members.putObject("options").put("type", "object");
    var keys = options.putObject("additionalProperties").put("type", "array");
    keys.putObject("items").put("type", "string");
    ref(options, "propertyNames", "key");
    ref(members, "starts_in", "key");
    ref(members, "states", "keys");
    ref(members, "form", "key");
    return type;
  }

  private static ObjectNode lifecycle() {
    var lifecycle = object(List.of("states"));
    var members = properties(lifecycle);
    list(members, "states", anyOfKey(state()), 100);
    ((ObjectNode) members.get("states")).put("minItems", 1);
    list(members, "moves", move(), 200);
    return lifecycle;
  }

  private static ObjectNode state() {
    var state = element(List.of("key"));
    var members = properties(state);
    members.putObject("color").put("type", "string").put("pattern", "^[a-z]{1,20}$");
    var locks = members.putObject("locks").putArray("anyOf");
    locks.addObject().put("const", "*");
    locks.add(paths());
    members.set("except", paths());
    members.putObject("set").put("type", "object").put("minProperties", 1);
    return state;
  }

  /** Fields, also columns of a sub-table: {@code lines.quantity}. */
  private static ObjectNode paths() {
    var paths = NODES.objectNode().put("type", "array").put("uniqueItems", true);
    paths.putObject("items").put("type", "string").put("pattern", pathPattern());
    return paths;
  }

  private static String pathPattern() {
    return "^[a-z][a-z0-9_]{0,47}([.][a-z][a-z0-9_]{0,47})?$";
  }

  private static ObjectNode move() {
    var move = element(List.of("key", "from", "to"));
    var members = properties(move);
    ref(members, "from", "keys");
    ref(members, "to", "key");
    list(members, "who", NODES.objectNode().put("type", "object").put("minProperties", 1), 50);
    ref(members, "check", "formula");
    ref(members, "message", "label");
    ref(members, "asks", "keys");
    ref(members, "process", "key");
    ref(members, "auto", "formula");
    return move;
  }

  private static ObjectNode rule() {
    var rule = element(List.of("key", "check"));
    rule.withObject("/properties").remove("label");
    var members = properties(rule);
    ref(members, "when", "formula");
    ref(members, "check", "formula");
    ref(members, "message", "label");
    ref(members, "at", "key");
    members.putObject("else").putArray("enum").add("refuse").add("warn");
    return rule;
  }

  private static ObjectNode unique() {
    var unique = element(List.of("key", "fields"));
    unique.withObject("/properties").remove("label");
    var members = properties(unique);
    ref(members, "fields", "keys");
    ref(members, "during", "key");
    ref(members, "where", "formula");
    ref(members, "message", "label");
    return unique;
  }

  private static ObjectNode exports() {
    var exports = object(List.of("fields"));
    var members = properties(exports);
    ref(members, "fields", "keys");
    ref(members, "search", "keys");
    var to = members.putObject("to").putArray("anyOf");
    to.addObject().put("const", "all");
    to.add(NODES.objectNode().put("$ref", "#/$defs/keys"));
    return exports;
  }

  private static ObjectNode object(Collection<String> required) {
    var node = NODES.objectNode().put("type", "object").put("additionalProperties", false);
    strings(node.putArray("required"), required);
    node.putObject("properties");
    return node;
  }

  /** An element of a list: it has a key, may have a label and a lock. */
  private static ObjectNode element(Collection<String> required) {
    var node = object(required);
    ref(properties(node), "key", "key");
    ref(properties(node), "label", "label");
    ref(properties(node), "lock", "lock");
    return node;
  }

  private static ObjectNode properties(ObjectNode node) {
    return node.withObject("/properties");
  }

  /** A list element with nothing to say about itself is its key alone. */
  private static ObjectNode anyOfKey(ObjectNode element) {
    var either = NODES.objectNode();
    either.putArray("anyOf").add(NODES.objectNode().put("$ref", "#/$defs/key")).add(element);
    return either;
  }

  private static void list(ObjectNode members, String name, ObjectNode item, int most) {
    members.putObject(name).put("type", "array").put("maxItems", most).set("items", item);
  }

  private static void ref(ObjectNode members, String name, String definition) {
    members.putObject(name).put("$ref", "#/$defs/" + definition);
  }

  private static void strings(ArrayNode array, Collection<String> texts) {
    texts.forEach(array::add);
  }
}
