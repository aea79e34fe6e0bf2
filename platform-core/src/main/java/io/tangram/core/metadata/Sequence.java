package io.tangram.core.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Merges the order of named things, three-way. Who moved what is found by the fewest moves that
 * explain each side; moves of different things are both done, the same thing moved to two places is
 * a clash. It orders names only and never adds or drops one.
 */
final class Sequence {
  private final List<String> base;
  private final List<String> mine;
  private final List<String> theirs;

  Sequence(List<String> base, List<String> mine, List<String> theirs) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
  }

  /**
   * @param order the names that survive, in order; after a clash as mine had them
   * @param clash whether both moved the same thing to different places
   */
  record Merged(List<String> order, boolean clash) {}

  /** The order of the names that survive, each of which must be in one of the three. */
  Merged of(Collection<String> survivors) {
    var common = new HashSet<>(survivors);
    common.retainAll(base);
    common.retainAll(mine);
    common.retainAll(theirs);
    var merged = moves(only(base, common), only(mine, common), only(theirs, common));
    return new Merged(place(merged.order(), survivors), merged.clash());
  }

  private static Merged moves(List<String> b, List<String> m, List<String> t) {
    if (m.equals(b) || m.equals(t)) {
      return new Merged(t, false);
    }
    if (t.equals(b)) {
      return new Merged(m, false);
    }
    // a swap can be told as a move of either: the tale in which nobody moves the same thing wins
    var byMine = moved(b, m, Set.of());
    var byTheirs = moved(b, t, byMine);
    byMine = moved(b, m, byTheirs);
    var twice = new HashSet<>(byMine);
    twice.retainAll(byTheirs);
    if (twice.stream().anyMatch(name -> !before(m, name).equals(before(t, name)))) {
      return new Merged(m, true);
    }
    byMine.removeAll(twice);
    return new Merged(carry(byMine, m, t), false);
  }

  /** Moves these names within the one order to where the other has them. */
  private static List<String> carry(Set<String> names, List<String> from, List<String> into) {
    var order = new ArrayList<>(into);
    order.removeAll(names);
    insert(order, from, names::contains, name -> false);
    return order;
  }

  private List<String> place(List<String> common, Collection<String> survivors) {
    var order = new ArrayList<>(common);
    var wanted = new HashSet<>(survivors);
    common.forEach(wanted::remove);
    var placed = new HashSet<>(only(theirs, wanted));
    insert(order, theirs, placed::contains, name -> false);
    // two new ones in one place: theirs first, then mine
    insert(order, mine, name -> wanted.contains(name) && !placed.contains(name), placed::contains);
    return order;
  }

  /** Puts the chosen names of a side behind the neighbour they have there. */
  private static void insert(
      List<String> order, List<String> side, Predicate<String> chosen, Predicate<String> skipped) {
    var at = 0;
    for (var name : side) {
      var there = order.indexOf(name);
      if (there >= 0) {
        at = there + 1;
      } else if (chosen.test(name)) {
        while (at < order.size() && skipped.test(order.get(at))) {
          at++;
        }
        order.add(at++, name);
      }
    }
  }

  /** The fewest names whose moves make one order of the other, if possible none of the spared. */
  private static Set<String> moved(List<String> from, List<String> to, Set<String> spared) {
    Map<String, Integer> place = new HashMap<>();
    from.forEach(name -> place.put(name, place.size()));
    var weight = new long[to.size()];
    var previous = new int[to.size()];
    Arrays.fill(previous, -1);
    var best = -1;
    for (var i = 0; i < to.size(); i++) {
      var own = to.size() + 1L + (spared.contains(to.get(i)) ? 1 : 0);
      weight[i] = own;
      for (var j = 0; j < i; j++) {
        if (place.get(to.get(j)) < place.get(to.get(i)) && weight[j] + own > weight[i]) {
          weight[i] = weight[j] + own;
          previous[i] = j;
        }
      }
      best = best < 0 || weight[i] > weight[best] ? i : best;
    }
    var moved = new HashSet<>(to);
    for (var i = best; i >= 0; i = previous[i]) {
      moved.remove(to.get(i));
    }
    return moved;
  }

  private static String before(List<String> order, String name) {
    var at = order.indexOf(name);
    return at <= 0 ? "" : order.get(at - 1);
  }

  private static List<String> only(List<String> order, Collection<String> wanted) {
    return order.stream().filter(wanted::contains).toList();
  }
}
