package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoRun;
import io.tangram.workflow.who.WhoType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code { "position": "出纳", "in": "=company" }}: whoever holds a post of that name. */
@Singleton
final class PositionWho implements WhoType {
  @Override
  public String key() {
    return "position";
  }

  @Override
  public Set<String> words() {
    return Set.of("in");
  }

  @Override
  public void check(JsonNode entry, WhoCheck check) {
    check.text(entry.path("position"), "/position");
    if (entry.has("in")) {
      check.formula(entry.path("in"), "/in");
    }
  }

  @Override
  public List<UUID> find(JsonNode entry, WhoRun run) {
    return Within.unit(run.organisation().holders(entry.path("position").asText()), entry, run);
  }
}
