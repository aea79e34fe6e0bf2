package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoRun;
import io.tangram.workflow.who.WhoType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** {@code { "done_by": "leader" }}: whoever answered at an earlier node of this process. */
@Singleton
final class DoneByWho implements WhoType {
  @Override
  public String key() {
    return "done_by";
  }

  @Override
  public void check(JsonNode entry, WhoCheck check) {
    check.node(entry.path("done_by"), "/done_by");
  }

  @Override
  public List<UUID> find(JsonNode entry, WhoRun run) {
    return run.answeredAt(entry.path("done_by").asText());
  }
}
