package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoRun;
import io.tangram.workflow.who.WhoType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** {@code { "field": "owner" }}: the person a field of the record names. */
@Singleton
final class FieldWho implements WhoType {
  @Override
  public String key() {
    return "field";
  }

  @Override
  public void check(JsonNode entry, WhoCheck check) {
    check.path(entry.path("field"), "/field");
  }

  @Override
  public List<UUID> find(JsonNode entry, WhoRun run) {
    return run.idsAt(entry.path("field").asText());
  }
}
