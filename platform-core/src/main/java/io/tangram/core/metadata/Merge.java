package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Merges two edits of one document, element by element: members by name, elements by key or id,
 * lists of words and sets of {@code who} entry by entry, everything else as one value. What only
 * one side touched is done; what both touched differently is a conflict, never a guess.
 */
final class Merge {
  /** Lists that are sets of whole entries. */
  private static final Set<String> ENTRIES = Set.of("who", "to", "members");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final MergeStyle style;
  private final Clashes clashes;

  Merge(MergeStyle style, Clashes clashes) {
    this.style = style;
    this.clashes = clashes;
  }

  /** The merged document; a side that has none is null. Null when it is to be taken away. */
  JsonNode document(JsonNode base, JsonNode mine, JsonNode theirs) {
    if (unchanged(base, mine, theirs) || mine == null || theirs == null) {
      return value(base, mine, theirs, "");
    }
    if (style.whole().isPresent()) {
      return new WholeMerge(style.whole().get(), clashes).document(base, mine, theirs);
    }
    return object(base, mine, theirs, "");
  }

  private static boolean unchanged(JsonNode base, JsonNode mine, JsonNode theirs) {
    return Objects.equals(mine, theirs)
        || Objects.equals(base, theirs)
        || Objects.equals(base, mine);
  }

  /** Absent values are null. */
  JsonNode value(JsonNode base, JsonNode mine, JsonNode theirs, String pointer) {
    if (Objects.equals(mine, theirs) || Objects.equals(base, theirs)) {
      return mine;
    }
    if (Objects.equals(base, mine)) {
      return theirs;
    }
    if (all(JsonNode::isObject, base, mine, theirs)) {
      return object(base, mine, theirs, pointer);
    }
    if (all(JsonNode::isArray, base, mine, theirs)) {
      return list(base, mine, theirs, pointer);
    }
    return clashes.settle(pointer, base, mine, theirs);
  }

  private static boolean all(
      Predicate<JsonNode> is, JsonNode base, JsonNode mine, JsonNode theirs) {
    return mine != null
        && theirs != null
        && is.test(mine)
        && is.test(theirs)
        && (base == null || is.test(base));
  }

  private ObjectNode object(JsonNode base, JsonNode mine, JsonNode theirs, String pointer) {
    var merged = NODES.objectNode();
    for (var name : memberOrder(base, mine, theirs)) {
      var of = Three.member(name, base, mine, theirs);
      var at = pointer + "/" + name;
      var family = style.family().filter(f -> pointer.isEmpty() && f.root().equals(name));
      var value =
          family
              .flatMap(f -> new FamilyMerge(f, this, clashes).merge(of, at))
              .orElseGet(() -> value(of.base(), of.mine(), of.theirs(), at));
      if (value != null) {
        merged.set(name, value);
      }
    }
    return merged;
  }

  /** Members have no order that means anything: where both changed it, theirs is as good. */
  static List<String> memberOrder(JsonNode base, JsonNode mine, JsonNode theirs) {
    var b = Elements.members(base);
    var m = Elements.members(mine);
    var t = Elements.members(theirs);
    var names = new LinkedHashSet<>(b);
    names.addAll(m);
    names.addAll(t);
    var order = new ArrayList<>(new Sequence(b, m, t).of(union(m, t)).order());
    names.removeAll(order);
    order.addAll(names); // taken away on both sides: merges to nothing
    return order;
  }

  private JsonNode list(JsonNode base, JsonNode mine, JsonNode theirs, String pointer) {
    var b = Elements.named(base);
    var m = Elements.named(mine);
    var t = Elements.named(theirs);
    if (b.isPresent() && m.isPresent() && t.isPresent()) {
      return elements(new Sides(b.get(), m.get(), t.get()), pointer, true);
    }
    var member = pointer.substring(pointer.lastIndexOf('/') + 1);
    b = Elements.entries(base);
    m = Elements.entries(mine);
    t = Elements.entries(theirs);
    return ENTRIES.contains(member) && b.isPresent() && m.isPresent() && t.isPresent()
        ? elements(new Sides(b.get(), m.get(), t.get()), pointer, false)
        : clashes.settle(pointer, base, mine, theirs);
  }

  /** The three lists by the names of their elements. */
  private record Sides(
      Map<String, JsonNode> base, Map<String, JsonNode> mine, Map<String, JsonNode> theirs) {}

  private JsonNode elements(Sides sides, String pointer, boolean ordered) {
    var merged = new HashMap<String, JsonNode>();
    for (var name : union(sides.mine().keySet(), sides.theirs().keySet())) {
      var of = new Three(sides.base().get(name), sides.mine().get(name), sides.theirs().get(name));
      element(of, pointer + "/" + name).ifPresent(e -> merged.put(name, e));
    }
    var order =
        order(
            new Three.Names(
                List.copyOf(sides.base().keySet()),
                List.copyOf(sides.mine().keySet()),
                List.copyOf(sides.theirs().keySet())),
            merged.keySet(),
            pointer,
            ordered);
    var list = NODES.arrayNode();
    order.forEach(name -> list.add(merged.get(name)));
    return list;
  }

  /** One element; a word stands for an element that says nothing but its key. */
  private Optional<JsonNode> element(Three of, String pointer) {
    if (!of.mixesWords()) {
      return Optional.ofNullable(value(of.base(), of.mine(), of.theirs(), pointer));
    }
    var full = of.spelledOut();
    return Optional.ofNullable(value(full.base(), full.mine(), full.theirs(), pointer))
        .map(Elements::shortened);
  }

  /** The order of the survivors; where both moved the same one elsewhere it is a conflict. */
  List<String> order(
      Three.Names lists, Set<String> survivors, String pointer, boolean orderMatters) {
    var merged = new Sequence(lists.base(), lists.mine(), lists.theirs()).of(survivors);
    if (!merged.clash() || !orderMatters) {
      return merged.order();
    }
    var side =
        clashes.decide(pointer, words(lists.base()), words(lists.mine()), words(lists.theirs()));
    return side == Conflict.Side.MINE
        ? merged.order()
        : new Sequence(lists.mine(), lists.mine(), lists.theirs()).of(survivors).order();
  }

  private static JsonNode words(List<String> names) {
    var words = NODES.arrayNode();
    names.forEach(words::add);
    return words;
  }

  static Set<String> union(Iterable<String> first, Iterable<String> second) {
    var names = new LinkedHashSet<String>();
    first.forEach(names::add);
    second.forEach(names::add);
    return names;
  }
}
