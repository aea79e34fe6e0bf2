package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A list as the merge sees it: elements by their name, in order. */
final class Elements {
  private Elements() {}

  /** Elements by key or id, plain words by themselves; empty when that does not name them all. */
  static Optional<Map<String, JsonNode>> named(JsonNode list) {
    return by(list, Elements::name);
  }

  /** Whole entries, each its own name; empty when one is there twice. */
  static Optional<Map<String, JsonNode>> entries(JsonNode list) {
    return by(list, entry -> Optional.of(CanonicalJson.flat(entry)));
  }

  private static Optional<Map<String, JsonNode>> by(
      JsonNode list, Function<JsonNode, Optional<String>> namer) {
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    if (list == null) {
      return Optional.of(elements);
    }
    for (var element : list) {
      var name = namer.apply(element);
      if (name.isEmpty() || elements.put(name.get(), element) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(elements);
  }

  static Optional<String> name(JsonNode element) {
    if (element.isTextual()) {
      return Optional.of(element.textValue());
    }
    var name = element.hasNonNull("key") ? element.get("key") : element.path("id");
    return element.isObject() && name.isTextual()
        ? Optional.of(name.textValue())
        : Optional.empty();
  }

  /** A word that stands for an element with nothing to say about itself, as that element. */
  static JsonNode spelledOut(JsonNode element) {
    return element != null && element.isTextual()
        ? JsonNodeFactory.instance.objectNode().set("key", element)
        : element;
  }

  /** The element as its key alone, if it says no more. */
  static JsonNode shortened(JsonNode element) {
    return element.isObject() && element.size() == 1 && element.has("key")
        ? element.get("key")
        : element;
  }

  static List<String> members(JsonNode object) {
    var names = new ArrayList<String>();
    if (object instanceof ObjectNode) {
      object.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }
}
