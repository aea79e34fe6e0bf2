package io.tangram.form.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.access.Actor;
import io.tangram.core.access.Guard;
import io.tangram.core.access.SeenKind;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Storage;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentReader;
import io.tangram.core.metadata.TableDef;
import io.tangram.form.Json;
import io.tangram.form.SeenFields;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows views to whoever may do something with the records of their table; a table without a view
 * has a grid of its first fields, named like the table.
 */
@Singleton
final class SeenViews implements SeenKind {
  private static final int COLUMNS = 7;

  private record Documents() {}

  private final Guard guard;
  private final FieldTypes types;

  SeenViews(Guard guard, FieldTypes types) {
    this.guard = guard;
    this.types = types;
  }

  @Override
  public String folder() {
    return "views";
  }

  @Override
  public Map<String, JsonNode> seenBy(AppVersion version, Actor actor) {
    var seen = new LinkedHashMap<String, JsonNode>();
    var documents = version.derived(new Documents(), () -> documents(version));
    documents.forEach(
        (key, document) ->
            version
                .find(TableDef.class, document.path("table").asText())
                .flatMap(table -> SeenFields.of(guard.rights(version, table, actor), table))
                .ifPresent(fields -> seen.put(key, without(document.deepCopy(), fields))));
    return seen;
  }

  private static ObjectNode without(ObjectNode view, SeenFields fields) {
    strip(view.path("columns"), fields);
    strip(view.path("sort"), fields);
    return view;
  }

  private static void strip(JsonNode elements, SeenFields fields) {
    if (elements instanceof ArrayNode list) {
      for (var i = list.size() - 1; i >= 0; i--) {
        var element = list.get(i);
        if (!fields.sees(
            element.isTextual() ? element.textValue() : element.path("key").asText())) {
          list.remove(i);
        }
      }
    }
  }

  private Map<String, ObjectNode> documents(AppVersion version) {
    var all = new LinkedHashMap<String, ObjectNode>();
    var views = version.all(ViewDef.class);
    for (var key : views.keySet()) {
      var document = version.documents().get("views/" + key + ".json");
      all.put(key, DocumentReader.read(document.bytes()));
    }
    for (var table : version.all(TableDef.class).values()) {
      var bare = views.values().stream().noneMatch(view -> view.table().equals(table.key()));
      if (bare && !all.containsKey(table.key())) {
        all.put(table.key(), derived(table));
      }
    }
    return all;
  }

  private ObjectNode derived(TableDef table) {
    var view = JsonNodeFactory.instance.objectNode().put("format", "view/1");
    view.set("label", Json.written(table.label()));
    view.put("table", table.key()).put("type", "grid");
    var columns = view.putArray("columns").add(table.title());
    table.fields().stream()
        .filter(field -> !field.hidden() && !field.key().equals(table.title()))
        .filter(field -> types.of(field).storage(field) != Storage.CHILD_ROWS)
        .limit(COLUMNS - 1L)
        .forEach(field -> columns.add(field.key()));
    if (!table.lifecycle().states().isEmpty()) {
      columns.add("state");
    }
    view.putArray("sort").addObject().put("key", "created_at").put("desc", true);
    return view;
  }
}
