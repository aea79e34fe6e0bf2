package io.tangram.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Random designs edited by two people who do not know of each other. Every seed is repeatable. */
class MergeRandomTest {
  private static final int ROUNDS = 1_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** One act of a designer on one element, and how to see whether it was done. */
  record Act(String element, String kind, String member, JsonNode value) {
    String pointer(String list) {
      return "/" + list + "/" + element + (kind.equals("set") ? "/" + member : "");
    }
  }

  /** A document with its elements, flat or nested; the two shapes differ in nothing else. */
  static final class Design {
    final ObjectNode json;
    final String list;

    Design(ObjectNode json, String list) {
      this.json = json;
      this.list = list;
    }

    static Design random(Random random, boolean nested) {
      var json = NODES.objectNode().put("format", "x/1").put("label", "设计");
      var list = json.putArray(nested ? "layout" : "fields");
      var groups = new ArrayList<ArrayNode>(List.of(list));
      for (var i = 0; i < 4 + random.nextInt(8); i++) {
        var element = element("e" + i, random);
        groups.get(random.nextInt(groups.size())).add(element);
        if (nested && random.nextInt(3) == 0) {
          groups.add(element.putArray("items"));
        }
      }
      return new Design(json, nested ? "layout" : "fields");
    }

    static ObjectNode element(String key, Random random) {
      var element = NODES.objectNode().put("key", key).put("label", "标" + random.nextInt(9));
      if (random.nextBoolean()) {
        element.set("n", new Lexeme(random.nextInt(9) + ".50"));
      }
      element.putArray("options").add("p1").add("p2");
      return element;
    }

    Design copy() {
      return new Design(json.deepCopy(), list);
    }

    ArrayNode root() {
      return (ArrayNode) json.get(list);
    }

    /** Every element's list, by the element's key. */
    Map<String, ArrayNode> places() {
      Map<String, ArrayNode> places = new HashMap<>();
      collect(root(), places);
      return places;
    }

    private static void collect(ArrayNode list, Map<String, ArrayNode> places) {
      for (var element : list) {
        assertThat(places.put(element.path("key").asText(), list)).as("there twice").isNull();
        if (element.has("items")) {
          collect((ArrayNode) element.get("items"), places);
        }
      }
    }

    Optional<ObjectNode> find(String key) {
      return Optional.ofNullable(places().get(key))
          .flatMap(
              list -> {
                for (var element : list) {
                  if (element.path("key").asText().equals(key)) {
                    return Optional.of((ObjectNode) element);
                  }
                }
                return Optional.empty();
              });
    }

    int index(String key) {
      var list = places().get(key);
      for (var i = 0; i < list.size(); i++) {
        if (list.get(i).path("key").asText().equals(key)) {
          return i;
        }
      }
      throw new IllegalStateException(key);
    }

    void act(Act act, Random random) {
      switch (act.kind()) {
        case "set" -> find(act.element()).orElseThrow().set(act.member(), act.value());
        case "unset" -> find(act.element()).orElseThrow().remove(act.member());
        case "word" ->
            ((ArrayNode) find(act.element()).orElseThrow().get("options")).add(act.value());
        case "add" -> {
          var list = root();
          list.insert(random.nextInt(list.size() + 1), act.value());
        }
        case "remove" -> places().get(act.element()).remove(index(act.element()));
        default -> throw new IllegalStateException(act.kind());
      }
    }

    boolean shows(Act act) {
      var element = find(act.element());
      return switch (act.kind()) {
        case "set" -> element.filter(e -> act.value().equals(e.get(act.member()))).isPresent();
        case "unset" -> element.isEmpty() || !element.get().has(act.member());
        case "word" ->
            element
                .filter(e -> e.get("options").toString().contains(act.value().asText()))
                .isPresent();
        case "add" -> element.filter(act.value()::equals).isPresent();
        case "remove" -> element.isEmpty();
        default -> throw new IllegalStateException(act.kind());
      };
    }
  }

  /** Some acts on these elements, at most one on each. */
  static List<Act> acts(Design design, List<String> on, String who, Random random) {
    var acts = new ArrayList<Act>();
    for (var key : on) {
      var group = design.find(key).orElseThrow().has("items");
      var value = NODES.textNode(who + random.nextInt(1_000_000));
      acts.add(
          switch (random.nextInt(group ? 3 : 4)) {
            case 0 -> new Act(key, "set", random.nextBoolean() ? "label" : "help", value);
            case 1 -> new Act(key, "word", "options", value);
            case 2 -> new Act(key, "unset", "label", null);
            default -> new Act(key, "remove", "", null);
          });
    }
    for (var i = 0; i < random.nextInt(3); i++) {
      var key = who + "_new" + i;
      acts.add(new Act(key, "add", "", Design.element(key, random)));
    }
    return acts;
  }

  static Design done(Design base, List<Act> acts, Random random) {
    var side = base.copy();
    acts.forEach(act -> side.act(act, random));
    return side;
  }

  record Result(Design merged, List<Conflict> conflicts) {
    boolean covers(Act act) {
      var at = act.pointer(merged.list);
      return conflicts.stream()
          .map(Conflict::pointer)
          .anyMatch(p -> p.equals(at) || at.startsWith(p + "/") || p.startsWith(at + "/"));
    }
  }

  static Result merge(
      Design base, Design mine, Design theirs, Map<String, Conflict.Side> decisions) {
    var clashes = new Clashes("d", decisions);
    var style =
        base.list.equals("layout") ? MergeStyle.family("layout", "items") : MergeStyle.PLAIN;
    var merged = new Merge(style, clashes).document(base.json, mine.json, theirs.json);
    return new Result(new Design((ObjectNode) merged, base.list), clashes.open());
  }

  static void rounds(BiFunction<Random, Boolean, Boolean> round) {
    var told = 0;
    for (var seed = 0; seed < ROUNDS; seed++) {
      for (var nested : List.of(false, true)) {
        told += round.apply(new Random(seed), nested) ? 1 : 0;
      }
    }
    assertThat(told).as("rounds in which both sides did something").isGreaterThan(ROUNDS);
  }

  static List<String> shuffled(Design design, Random random) {
    var keys = new ArrayList<>(new java.util.TreeSet<>(design.places().keySet()));
    Collections.shuffle(keys, random);
    return keys;
  }

  @Nested
  class given_two_people_on_different_elements {
    @Test
    void then_both_always_get_all_they_did() {
      rounds(
          (random, nested) -> {
            var base = Design.random(random, nested);
            var keys = shuffled(base, random);
            var half = keys.size() / 2;
            var myActs = acts(base, keys.subList(0, half), "mine", random);
            var theirActs = acts(base, keys.subList(half, keys.size()), "theirs", random);
            var result =
                merge(base, done(base, myActs, random), done(base, theirActs, random), Map.of());
            assertThat(result.conflicts()).isEmpty();
            assertThat(myActs).allMatch(result.merged()::shows);
            assertThat(theirActs).allMatch(result.merged()::shows);
            assertThat(result.merged().places().keySet())
                .isEqualTo(expected(keys, myActs, theirActs));
            return !myActs.isEmpty() && !theirActs.isEmpty();
          });
    }

    Set<String> expected(List<String> keys, List<Act> mine, List<Act> theirs) {
      var expected = new HashSet<>(keys);
      for (var act : concat(mine, theirs)) {
        if (act.kind().equals("add")) {
          expected.add(act.element());
        } else if (act.kind().equals("remove")) {
          expected.remove(act.element());
        }
      }
      return expected;
    }

    @Test
    void when_each_moves_another_one_then_both_moves_are_done() {
      rounds(
          (random, nested) -> {
            var base = Design.random(random, false);
            var keys = shuffled(base, random);
            var mine = moved(base, keys.get(0), random);
            var theirs = moved(base, keys.get(1), random);
            var result = merge(base, mine, theirs, Map.of());
            assertThat(result.conflicts()).isEmpty();
            assertThat(result.merged().places().keySet()).isEqualTo(base.places().keySet());
            // among those that nobody moved nothing has changed its order
            var others = keys.subList(2, keys.size());
            assertThat(order(result.merged(), others)).isEqualTo(order(base, others));
            return true;
          });
    }

    @Test
    void when_only_one_side_did_something_then_the_result_is_theirs_to_the_letter() {
      rounds(
          (random, nested) -> {
            var base = Design.random(random, nested);
            var acts = acts(base, shuffled(base, random), "mine", random);
            var mine = done(base, acts, random);
            var other = base.copy();
            other.json.put("label", "另一个名字"); // so that the merge has to look inside
            var expected = mine.copy();
            expected.json.put("label", "另一个名字");
            for (var result :
                List.of(merge(base, mine, other, Map.of()), merge(base, other, mine, Map.of()))) {
              assertThat(result.conflicts()).isEmpty();
              assertThat(CanonicalJson.print(result.merged().json))
                  .isEqualTo(CanonicalJson.print(expected.json));
            }
            return !acts.isEmpty();
          });
    }
  }

  @Nested
  class given_two_people_on_the_same_element {
    @Test
    void then_it_is_always_a_conflict_at_its_place() {
      rounds(
          (random, nested) -> {
            var base = Design.random(random, nested);
            var key =
                shuffled(base, random).stream()
                    .filter(k -> !base.find(k).orElseThrow().has("items"))
                    .findFirst();
            if (key.isEmpty()) {
              return false;
            }
            var mine = new Act(key.get(), "set", "label", NODES.textNode("mine"));
            var theirs =
                random.nextBoolean()
                    ? new Act(key.get(), "set", "label", NODES.textNode("theirs"))
                    : new Act(key.get(), "remove", "", null);
            var result =
                merge(
                    base,
                    done(base, List.of(mine), random),
                    done(base, List.of(theirs), random),
                    Map.of());
            assertThat(result.conflicts())
                .extracting(Conflict::pointer)
                .containsExactly(theirs.pointer(base.list));
            return true;
          });
    }

    @Test
    void when_both_move_it_to_different_places_then_it_is_a_conflict() {
      rounds(
          (random, nested) -> {
            var names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g"));
            var one = names.remove(3);
            var mine = new ArrayList<>(names);
            var theirs = new ArrayList<>(names);
            mine.add(random.nextInt(2), one); // at least two places away: no swap of neighbours
            theirs.add(5 + random.nextInt(2), one);
            names.add(3, one);
            assertThat(new Sequence(names, mine, theirs).of(names).clash()).isTrue();
            return true;
          });
    }
  }

  @Nested
  class given_two_people_anywhere {
    @Test
    void then_nothing_is_ever_lost() {
      rounds(
          (random, nested) -> {
            var base = Design.random(random, nested);
            var mine = acts(base, some(base, random), "mine", random);
            var theirs = acts(base, some(base, random), "theirs", random);
            var mySide = done(base, mine, random);
            var theirSide = done(base, theirs, random);
            var open = merge(base, mySide, theirSide, Map.of());
            for (var act : concat(mine, theirs)) {
              assertThat(open.merged().shows(act) || open.covers(act))
                  .as(act + " is neither in the result nor in a conflict")
                  .isTrue();
            }
            for (var side : Conflict.Side.values()) {
              decided(
                  base, mySide, theirSide, side, side == Conflict.Side.MINE ? mine : theirs, open);
            }
            return !mine.isEmpty() && !theirs.isEmpty();
          });
    }

    void decided(
        Design base, Design mine, Design theirs, Conflict.Side side, List<Act> acts, Result open) {
      Map<String, Conflict.Side> decisions = new HashMap<>();
      open.conflicts().forEach(c -> decisions.put(c.place(), side));
      var result = merge(base, mine, theirs, decisions);
      assertThat(result.conflicts()).isEmpty();
      assertThat(acts).allMatch(result.merged()::shows, "done by the side that was chosen");
    }

    List<String> some(Design design, Random random) {
      var keys = shuffled(design, random);
      return keys.subList(0, 1 + random.nextInt(keys.size()));
    }
  }

  static <T> List<T> concat(List<T> one, List<T> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  static Design moved(Design base, String key, Random random) {
    var side = base.copy();
    var element = side.root().remove(side.index(key));
    side.root().insert(random.nextInt(side.root().size() + 1), element);
    return side;
  }

  static List<String> order(Design design, List<String> of) {
    var order = new ArrayList<String>();
    design.root().forEach(e -> order.add(e.path("key").asText()));
    order.retainAll(of);
    return order;
  }
}
