package io.tangram.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.FieldDef.Stored;
import io.tangram.core.metadata.Label;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.metadata.TableDef.Exports;
import io.tangram.core.metadata.TableDef.Lifecycle;
import io.tangram.core.metadata.TableDef.Move;
import io.tangram.core.metadata.TableDef.Otherwise;
import io.tangram.core.metadata.TableDef.RecordType;
import io.tangram.core.metadata.TableDef.Rule;
import io.tangram.core.metadata.TableDef.State;
import io.tangram.core.metadata.TableDef.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes definitions of table documents that fit the schema; it judges nothing. */
final class TableReader {
  private TableReader() {}

  static TableDef table(String key, ObjectNode document) {
    return new TableDef(
        key,
        label(document, key),
        document.path("title").asText(),
        list(document.path("fields"), TableReader::field),
        list(document.path("types"), TableReader::recordType),
        lifecycle(document.path("lifecycle")),
        list(document.path("rules"), TableReader::rule),
        list(document.path("uniques"), TableReader::unique),
        exports(document.path("exports")));
  }

  static FieldDef field(JsonNode json) {
    var words = JsonNodeFactory.instance.objectNode();
    json.properties().stream()
        .filter(word -> !TableSchema.COMMON.contains(word.getKey()))
        .filter(word -> !word.getKey().equals("fields"))
        .forEach(word -> words.set(word.getKey(), word.getValue()));
    var key = key(json);
    return new FieldDef(
        key,
        label(json, key),
        json.path("type").asText(),
        json.path("required").asBoolean(),
        json.path("unique").asBoolean(),
        json.path("default"),
        text(json, "formula"),
        stored(json.path("stored")),
        text(json, "check"),
        optionalLabel(json, "help"),
        json.path("hidden").asBoolean(),
        words,
        list(json.path("fields"), TableReader::field));
  }

  private static Stored stored(JsonNode json) {
    if (json.isTextual()) {
      return Stored.WHEN_CREATED;
    }
    return json.asBoolean() ? Stored.YES : Stored.NO;
  }

  private static RecordType recordType(JsonNode json) {
    var key = key(json);
    var options = new LinkedHashMap<String, List<String>>();
    json.path("options").properties().forEach(o -> options.put(o.getKey(), words(o.getValue())));
    return new RecordType(
        key,
        label(json, key),
        text(json, "code"),
        words(json.path("hides")),
        words(json.path("requires")),
        options,
        text(json, "starts_in"),
        words(json.path("states")),
        text(json, "form"));
  }

  private static Lifecycle lifecycle(JsonNode json) {
    return new Lifecycle(
        list(json.path("states"), TableReader::state), list(json.path("moves"), TableReader::move));
  }

  private static State state(JsonNode json) {
    var key = key(json);
    return new State(
        key,
        label(json, key),
        text(json, "color"),
        words(json.path("locks")),
        words(json.path("except")),
        members(json.path("set")));
  }

  private static Map<String, JsonNode> members(JsonNode json) {
    var members = new LinkedHashMap<String, JsonNode>();
    json.properties().forEach(m -> members.put(m.getKey(), m.getValue()));
    return members;
  }

  private static Move move(JsonNode json) {
    var key = key(json);
    return new Move(
        key,
        label(json, key),
        words(json.path("from")),
        json.path("to").asText(),
        list(json.path("who"), Function.identity()),
        text(json, "check"),
        optionalLabel(json, "message"),
        words(json.path("asks")),
        text(json, "process"),
        text(json, "auto"));
  }

  private static Rule rule(JsonNode json) {
    return new Rule(
        key(json),
        text(json, "when"),
        json.path("check").asText(),
        optionalLabel(json, "message"),
        text(json, "at"),
        json.path("else").asText().equals("warn") ? Otherwise.WARN : Otherwise.REFUSE);
  }

  private static Unique unique(JsonNode json) {
    return new Unique(
        key(json),
        words(json.path("fields")),
        text(json, "during"),
        text(json, "where"),
        optionalLabel(json, "message"));
  }

  private static Exports exports(JsonNode json) {
    return json.isObject()
        ? new Exports(
            words(json.path("fields")), words(json.path("search")), words(json.path("to")))
        : Exports.NOTHING;
  }

  private static String key(JsonNode json) {
    return json.isTextual() ? json.textValue() : json.path("key").asText();
  }

  private static Label label(JsonNode json, String otherwise) {
    return optionalLabel(json, "label").orElseGet(() -> Label.of(otherwise));
  }

  private static Optional<Label> optionalLabel(JsonNode json, String word) {
    var label = json.path(word);
    if (label.isTextual()) {
      return Optional.of(Label.of(label.textValue()));
    }
    if (!label.isObject()) {
      return Optional.empty();
    }
    var byLanguage = new LinkedHashMap<String, String>();
    label.properties().forEach(l -> byLanguage.put(l.getKey(), l.getValue().asText()));
    return Optional.of(Label.of(byLanguage));
  }

  private static Optional<String> text(JsonNode json, String word) {
    return Optional.of(json.path(word)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** A list of words; a word alone is a list of one. */
  private static List<String> words(JsonNode json) {
    return json.isTextual() ? List.of(json.textValue()) : list(json, JsonNode::asText);
  }

  private static <T> List<T> list(JsonNode json, Function<JsonNode, T> make) {
    var made = new ArrayList<T>();
    json.forEach(element -> made.add(make.apply(element)));
    return List.copyOf(made);
  }
}
