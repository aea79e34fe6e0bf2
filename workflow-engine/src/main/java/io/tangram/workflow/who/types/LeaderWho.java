package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoRun;
import io.tangram.workflow.who.WhoType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code { "leader": "=$starter", "level": 2 }}: the leader of a person, some steps up. */
@Singleton
final class LeaderWho implements WhoType {
  @Override
  public String key() {
    return "leader";
  }

  @Override
  public Set<String> words() {
    return Set.of("level");
  }

  @Override
  public void check(JsonNode entry, WhoCheck check) {
    check.formula(entry.path("leader"), "/leader");
    Levels.check(entry, "level", 1, check);
  }

  @Override
  public List<UUID> find(JsonNode entry, WhoRun run) {
    var level = entry.path("level").asInt(1);
    return run.ids(entry.path("leader")).stream()
        .flatMap(
            person -> run.organisation().leaderOf(person, Levels.post(person, run), level).stream())
        .toList();
  }
}
