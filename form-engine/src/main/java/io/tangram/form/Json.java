package io.tangram.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.metadata.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Members of a document that fits its schema, as the model wants them: nothing is null. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static Optional<String> text(JsonNode json, String member) {
    return Optional.ofNullable(json.get(member)).map(JsonNode::asText);
  }

  public static List<String> texts(JsonNode json, String member) {
    return list(json, member, JsonNode::asText);
  }

  public static <T> List<T> list(JsonNode json, String member, Function<JsonNode, T> read) {
    var list = new ArrayList<T>();
    json.path(member).forEach(element -> list.add(read.apply(element)));
    return list;
  }

  public static Map<String, JsonNode> map(JsonNode json, String member) {
    var map = new LinkedHashMap<String, JsonNode>();
    json.path(member).properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }

  /** A text, or an object of language to text. */
  public static Optional<Label> label(JsonNode json, String member) {
    var label = json.path(member);
    if (label.isMissingNode()) {
      return Optional.empty();
    }
    if (label.isTextual()) {
      return Optional.of(Label.of(label.textValue()));
    }
    var byLanguage = new LinkedHashMap<String, String>();
    label.properties().forEach(l -> byLanguage.put(l.getKey(), l.getValue().asText()));
    return Optional.of(Label.of(byLanguage));
  }

  /** A label as a document writes it. */
  public static JsonNode written(Label label) {
    return MAPPER.valueToTree(label);
  }
}
