package io.tangram.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.access.Actor;
import io.tangram.core.access.Guard;
import io.tangram.core.access.SeenKind;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.TableDef;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shows forms to whoever may create, read or change records of their table, or takes part in one.
 */
@Singleton
final class SeenForms implements SeenKind {
  private final Forms forms;
  private final Guard guard;

  SeenForms(Forms forms, Guard guard) {
    this.forms = forms;
    this.guard = guard;
  }

  @Override
  public String folder() {
    return "forms";
  }

  @Override
  public Map<String, JsonNode> seenBy(AppVersion version, Actor actor) {
    var seen = new LinkedHashMap<String, JsonNode>();
    var taking = guard.takingPart(version, actor);
    forms
        .documents(version)
        .forEach(
            (key, document) ->
                version
                    .find(TableDef.class, document.path("table").asText())
                    .flatMap(table -> fields(version, table, actor, taking))
                    .ifPresent(fields -> seen.put(key, without(document.deepCopy(), fields))));
    return seen;
  }

  private Optional<SeenFields> fields(
      AppVersion version, TableDef table, Actor actor, Set<String> taking) {
    return taking.contains(table.key())
        ? Optional.of(SeenFields.ofParticipant(table))
        : SeenFields.of(guard.rights(version, table, actor), table);
  }

  private static JsonNode without(ObjectNode form, SeenFields fields) {
    strip(form.path("layout"), fields);
    return form;
  }

  private static void strip(JsonNode items, SeenFields fields) {
    if (!(items instanceof ArrayNode list)) {
      return;
    }
    for (var i = list.size() - 1; i >= 0; i--) {
      var item = list.get(i);
      var field = item.isTextual() || !item.has("type");
      var key = item.isTextual() ? item.textValue() : item.path("key").asText();
      if (field && !fields.sees(key)) {
        list.remove(i);
      } else {
        strip(item.path("items"), fields);
      }
    }
  }
}
