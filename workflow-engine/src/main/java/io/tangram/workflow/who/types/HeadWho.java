package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoRun;
import io.tangram.workflow.who.WhoType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * {@code { "head": "=$starter.department", "level": 1 }}: the head of a unit, or of the one some
 * levels above it.
 */
@Singleton
final class HeadWho implements WhoType {
  @Override
  public String key() {
    return "head";
  }

  @Override
  public Set<String> words() {
    return Set.of("level");
  }

  @Override
  public void check(JsonNode entry, WhoCheck check) {
    check.formula(entry.path("head"), "/head");
    Levels.check(entry, "level", 0, check);
  }

  @Override
  public List<UUID> find(JsonNode entry, WhoRun run) {
    var level = entry.path("level").asInt(0);
    return run.ids(entry.path("head")).stream()
        .flatMap(unit -> run.organisation().unitHead(unit, level).stream())
        .toList();
  }
}
