package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges a nested list whose elements are one family over the whole document: items of a form. An
 * element's group is a property like any other, so that one side may move an item while the other
 * widens it, and it is never there twice.
 */
final class FamilyMerge {
  private static final String GROUP = "/@group";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final MergeStyle.Family shape;
  private final Merge merge;
  private final Clashes clashes;
  private final Map<String, JsonNode> own = new LinkedHashMap<>();
  private final Map<String, String> group = new LinkedHashMap<>();
  private Family base;
  private Family mine;
  private Family theirs;

  FamilyMerge(MergeStyle.Family shape, Merge merge, Clashes clashes) {
    this.shape = shape;
    this.merge = merge;
    this.clashes = clashes;
  }

  /** The merged list; empty when the elements are not named, so that it is a list like others. */
  Optional<JsonNode> merge(Three of, String pointer) {
    var families =
        Stream.of(of.base(), of.mine(), of.theirs())
            .map(
                list ->
                    Family.of(
                        Optional.ofNullable(list).orElseGet(NODES::arrayNode), shape.children()))
            .toList();
    if (families.stream().anyMatch(Optional::isEmpty) || of.mine() == null || of.theirs() == null) {
      return Optional.empty();
    }
    base = families.get(0).get();
    mine = families.get(1).get();
    theirs = families.get(2).get();
    var names = Merge.union(mine.items().keySet(), theirs.items().keySet());
    names.forEach(name -> item(name, pointer + "/" + name));
    names.forEach(name -> keepGroupOf(name, pointer));
    return circular()
        ? Optional.of(clashes.settle(pointer, of.base(), of.mine(), of.theirs()))
        : Optional.of(list(Family.OUTSIDE, pointer));
  }

  private void item(String name, String at) {
    var b = base.item(name);
    var m = mine.item(name);
    var t = theirs.item(name);
    if (m == null || t == null) {
      taken(name, at);
      return;
    }
    own.put(name, merge.value(b == null ? null : b.own(), m.own(), t.own(), at));
    var was = b == null ? null : word(b.group());
    group.put(name, merge.value(was, word(m.group()), word(t.group()), at + GROUP).textValue());
  }

  /** There on one side only: new there, or taken away by the other. */
  private void taken(String name, String at) {
    var b = base.item(name);
    var left = mine.item(name) == null ? theirs.item(name) : mine.item(name);
    if (left.same(b)) {
      return;
    }
    if (b == null || settledFor(left, name, at)) {
      own.put(name, left.own());
      group.put(name, left.group());
    }
  }

  private boolean settledFor(Family.Item left, String name, String at) {
    var side = clashes.decide(at, written(base, name), written(mine, name), written(theirs, name));
    var chosen = side == Conflict.Side.MINE ? mine.item(name) : theirs.item(name);
    return chosen == left || (chosen == null && clashes.undecided(at));
  }

  /** One side took the group away, the other put something into it. */
  private void keepGroupOf(String name, String pointer) {
    var in = group.get(name);
    if (in == null || in.equals(Family.OUTSIDE) || own.containsKey(in)) {
      return;
    }
    var at = pointer + "/" + in;
    var side = clashes.decide(at, written(base, in), written(mine, in), written(theirs, in));
    var chosen = side == Conflict.Side.MINE ? mine : theirs;
    if (chosen.item(in) == null && !clashes.undecided(at)) {
      own.remove(name);
      group.remove(name);
      return;
    }
    var kept =
        Stream.of(mine, theirs, base).map(f -> f.item(in)).filter(i -> i != null).findFirst();
    own.put(in, kept.orElseThrow().own());
    group.put(in, kept.get().group());
    keepGroupOf(in, pointer);
  }

  private boolean circular() {
    for (var name : group.keySet()) {
      var seen = new HashSet<String>();
      for (var at = name; at != null && !at.equals(Family.OUTSIDE); at = group.get(at)) {
        if (!seen.add(at)) {
          return true;
        }
      }
    }
    return false;
  }

  private ArrayNode list(String of, String pointer) {
    var names =
        group.keySet().stream()
            .filter(name -> group.get(name).equals(of))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var at = of.equals(Family.OUTSIDE) ? pointer : pointer + "/" + of + "/" + shape.children();
    var lists = new Three.Names(base.in(of), mine.in(of), theirs.in(of));
    var list = NODES.arrayNode();
    merge.order(lists, names, at, true).forEach(name -> list.add(element(name, pointer)));
    return list;
  }

  private JsonNode element(String name, String pointer) {
    var children = list(name, pointer);
    var said = own.get(name);
    if (children.isEmpty() && !holds(name)) {
      return wasWord(name) ? Elements.shortened(said) : said;
    }
    // the children keep the place among the members that the author gave them
    var element = NODES.objectNode();
    for (var member : order(name)) {
      var value = member.equals(shape.children()) ? children : said.get(member);
      if (value != null) {
        element.set(member, value);
      }
    }
    return element.has(shape.children()) ? element : element.set(shape.children(), children);
  }

  private Iterable<String> order(String name) {
    return Merge.memberOrder(written(base, name), written(mine, name), written(theirs, name));
  }

  /** Whether the surviving sides write a list of children, be it an empty one. */
  private boolean holds(String name) {
    return Stream.of(mine, theirs)
        .map(f -> written(f, name))
        .anyMatch(e -> e instanceof ObjectNode && e.has(shape.children()));
  }

  private boolean wasWord(String name) {
    return Stream.of(base, mine, theirs)
        .map(f -> written(f, name))
        .anyMatch(e -> e != null && e.isTextual());
  }

  private static JsonNode written(Family family, String name) {
    var item = family.item(name);
    return item == null ? null : item.written();
  }

  private static JsonNode word(String text) {
    return NODES.textNode(text);
  }
}
