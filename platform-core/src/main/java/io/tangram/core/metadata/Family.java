package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A nested list laid flat: every element once, with the group it stands in as a property. Only
 * reads.
 *
 * @param items name to what the element says about itself, in order of appearance
 * @param inside group to the names in it, in order; the outermost ones under the empty name
 */
record Family(Map<String, Item> items, Map<String, List<String>> inside) {
  static final String OUTSIDE = "";

  /**
   * One element.
   *
   * @param own the element without its children
   * @param written the element as it stands in the document
   */
  record Item(JsonNode own, String group, JsonNode written) {
    boolean same(Item other) {
      return other != null && own.equals(other.own) && group.equals(other.group);
    }
  }

  /** Empty when an element has no name or two have the same. */
  static Optional<Family> of(JsonNode list, String children) {
    var family = new Family(new LinkedHashMap<>(), new LinkedHashMap<>());
    return list == null || family.add(list, OUTSIDE, children)
        ? Optional.of(family)
        : Optional.empty();
  }

  private boolean add(JsonNode list, String group, String children) {
    if (!list.isArray()) {
      return false;
    }
    var names = new ArrayList<String>();
    inside.put(group, names);
    for (var element : list) {
      var name = Elements.name(element).orElse(OUTSIDE);
      if (name.equals(OUTSIDE) || items.containsKey(name)) {
        return false;
      }
      names.add(name);
      items.put(name, new Item(own(element, children), group, element));
      if (element.has(children) && !add(element.get(children), name, children)) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode own(JsonNode element, String children) {
    var full = Elements.spelledOut(element);
    return full.has(children) ? ((ObjectNode) full.deepCopy()).without(children) : full;
  }

  List<String> in(String group) {
    return inside.getOrDefault(group, List.of());
  }

  Item item(String name) {
    return items.get(name);
  }
}
