package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.workflow.who.WhoRun;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The word {@code in}: of the people found, those with a post in a unit or below it. */
final class Within {
  private Within() {}

  /** People of a set have no order of their own; ids are time-ordered, so the oldest come first. */
  static List<UUID> unit(Collection<UUID> people, JsonNode entry, WhoRun run) {
    var sorted = people.stream().sorted().toList();
    if (!entry.has("in")) {
      return sorted;
    }
    var inside = new HashSet<UUID>();
    run.ids(entry.path("in")).forEach(unit -> inside.addAll(run.organisation().membersOf(unit)));
    return sorted.stream().filter(inside::contains).toList();
  }
}
