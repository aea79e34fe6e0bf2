package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What changed from one state of a document to another, place by place, for people to read.
 *
 * @param pointer like a JSON Pointer, with elements of lists under their key
 * @param from null when it was not there
 * @param to null when it was taken away
 */
public record Difference(String pointer, JsonNode from, JsonNode to) {

  /** All changes, in the order of the document; a changed order of a list is one of them. */
  public static List<Difference> between(JsonNode from, JsonNode to) {
    var found = new ArrayList<Difference>();
    compare(from, to, "", found);
    return found;
  }

  private static void compare(JsonNode from, JsonNode to, String at, List<Difference> found) {
    if (Objects.equals(from, to)) {
      return;
    }
    if (from == null || to == null) {
      found.add(new Difference(at, from, to));
    } else if (from.isObject() && to.isObject()) {
      for (var name : Merge.union(Elements.members(from), Elements.members(to))) {
        compare(from.get(name), to.get(name), at + "/" + name, found);
      }
    } else {
      lists(from, to, at, found);
    }
  }

  private static void lists(JsonNode from, JsonNode to, String at, List<Difference> found) {
    var was = from.isArray() ? Elements.named(from) : java.util.Optional.empty();
    if (was.isEmpty() || !to.isArray() || Elements.named(to).isEmpty()) {
      found.add(new Difference(at, from, to));
      return;
    }
    var before = Elements.named(from).orElseThrow();
    var after = Elements.named(to).orElseThrow();
    var size = found.size();
    for (var name : Merge.union(before.keySet(), after.keySet())) {
      compare(before.get(name), after.get(name), at + "/" + name, found);
    }
    if (found.size() == size) {
      found.add(new Difference(at, from, to)); // the same elements in another order
    }
  }
}
