package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the conflicts of one document's merge, and settles those that were decided. */
final class Clashes {
  private final String path;
  private final Map<String, Conflict.Side> decisions;
  private final List<Conflict> open = new ArrayList<>();
  private final List<String> met = new ArrayList<>();

  /**
   * @param decisions {@code <path>#<pointer>} to whose answer holds
   */
  Clashes(String path, Map<String, Conflict.Side> decisions) {
    this.path = path;
    this.decisions = decisions;
  }

  /** Mine, unless it was decided otherwise. Absent values are null. */
  JsonNode settle(String pointer, JsonNode base, JsonNode mine, JsonNode theirs) {
    return decide(pointer, base, mine, theirs) == Conflict.Side.MINE ? mine : theirs;
  }

  Conflict.Side decide(String pointer, JsonNode base, JsonNode mine, JsonNode theirs) {
    var conflict = new Conflict(path, pointer, base, mine, theirs);
    var decision = Optional.ofNullable(decisions.get(conflict.place()));
    met.add(pointer);
    if (decision.isEmpty()) {
      open.add(conflict);
    }
    return decision.orElse(Conflict.Side.MINE);
  }

  /** Whether this place clashed and nobody said whose answer holds. */
  boolean undecided(String pointer) {
    return open.stream().anyMatch(c -> c.pointer().equals(pointer));
  }

  /** A collector of its own for a merge that may be thrown away. */
  Clashes trial() {
    return new Clashes(path, decisions);
  }

  void take(Clashes trial) {
    open.addAll(trial.open);
    met.addAll(trial.met);
  }

  /** What nobody has decided. */
  List<Conflict> open() {
    return open;
  }

  /** Whether anything at or below this place clashed, decided or not. */
  boolean met(String pointer) {
    return met.stream().anyMatch(p -> p.equals(pointer) || p.startsWith(pointer + "/"));
  }
}
