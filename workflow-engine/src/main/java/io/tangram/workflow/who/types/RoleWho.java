package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoRun;
import io.tangram.workflow.who.WhoType;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * {@code { "role": "hr", "in": "=company" }}: a permission group of the app, else the organisation
 * role of that key; {@code in} keeps those who have a post in the unit or below it.
 */
@Singleton
final class RoleWho implements WhoType {
  @Override
  public String key() {
    return "role";
  }

  @Override
  public Set<String> words() {
    return Set.of("in");
  }

  @Override
  public void check(JsonNode entry, WhoCheck check) {
    check.text(entry.path("role"), "/role");
    if (entry.has("in")) {
      check.formula(entry.path("in"), "/in");
    }
  }

  @Override
  public List<UUID> find(JsonNode entry, WhoRun run) {
    var key = entry.path("role").asText();
    Collection<UUID> members = run.group(key).orElseGet(() -> run.organisation().roleMembers(key));
    return Within.unit(members, entry, run);
  }
}
