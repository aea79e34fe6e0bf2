package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.organisation.Unit;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoRun;
import io.tangram.workflow.who.WhoType;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * {@code { "leaders": "=$starter", "from": 2, "to": "department" }}: all leaders of a person from a
 * step on, up to the head of the highest unit of a kind; without {@code to}, up to the top.
 */
@Singleton
final class LeadersWho implements WhoType {
  private static final Set<String> KINDS = Set.of("department", "site", "company", "group");

  @Override
  public String key() {
    return "leaders";
  }

  @Override
  public Set<String> words() {
    return Set.of("from", "to");
  }

  @Override
  public void check(JsonNode entry, WhoCheck check) {
    check.formula(entry.path("leaders"), "/leaders");
    Levels.check(entry, "from", 1, check);
    var to = entry.path("to");
    if (!to.isMissingNode() && !KINDS.contains(to.asText())) {
      check.fault("/to", "process.who.to", String.join(", ", KINDS.stream().sorted().toList()));
    }
  }

  @Override
  public List<UUID> find(JsonNode entry, WhoRun run) {
    var from = entry.path("from").asInt(1);
    return run.ids(entry.path("leaders")).stream()
        .flatMap(person -> chain(person, entry.path("to"), run).stream().skip(from - 1L))
        .toList();
  }

  private static List<UUID> chain(UUID person, JsonNode to, WhoRun run) {
    var post = Levels.post(person, run);
    var all = run.organisation().leadersOf(person, post);
    if (to.isMissingNode()) {
      return all;
    }
    var heads = headsUpTo(to.asText(), person, post, run.organisation());
    return all.stream().filter(heads::contains).toList();
  }

  private static Set<UUID> headsUpTo(
      String kind, UUID person, Optional<UUID> post, Organisation organisation) {
    var units =
        post.flatMap(organisation::post)
            .or(() -> organisation.posts(person).stream().findFirst())
            .map(found -> organisation.unitsAbove(found.unit()))
            .orElse(List.of());
    var heads = new HashSet<UUID>();
    var pending = new HashSet<UUID>();
    for (Unit unit : units) {
      unit.head().ifPresent(pending::add);
      if (unit.kind().name().toLowerCase(Locale.ROOT).equals(kind)) {
        heads.addAll(pending);
      }
    }
    return heads;
  }
}
