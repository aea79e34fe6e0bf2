package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoRun;
import io.tangram.workflow.who.WhoType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** {@code { "formula": "IF(amount > 5000, owner, person)" }}: whom a formula names. */
@Singleton
final class FormulaWho implements WhoType {
  @Override
  public String key() {
    return "formula";
  }

  @Override
  public void check(JsonNode entry, WhoCheck check) {
    check.formula(asSetting(entry), "/formula");
  }

  @Override
  public List<UUID> find(JsonNode entry, WhoRun run) {
    return run.ids(asSetting(entry));
  }

  private static JsonNode asSetting(JsonNode entry) {
    return TextNode.valueOf("=" + entry.path("formula").asText());
  }
}
