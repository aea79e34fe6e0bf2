package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kind of {@code app.json}. */
@Singleton
final class AppKind implements DocumentKind<AppDef> {
  private final ObjectNode schema = SchemaResource.read(AppKind.class, "app.schema.json");
  private final ExportUsers users;

  AppKind(ExportUsers users) {
    this.users = users;
  }

  @Override
  public String key() {
    return "app";
  }

  @Override
  public String folder() {
    return "";
  }

  @Override
  public Class<AppDef> type() {
    return AppDef.class;
  }

  @Override
  public ObjectNode schema() {
    return schema;
  }

  @Override
  public AppDef read(String key, ObjectNode document) {
    var label = label(document.path("label"));
    return new AppDef(
        document.path("key").asText(),
        label,
        text(document, "icon"),
        text(document, "version"),
        elements(document.path("requires")).stream().map(AppKind::require).toList(),
        elements(document.path("menu")).stream().map(AppKind::group).toList());
  }

  private static AppDef.Require require(JsonNode json) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    json.path("tables").properties().forEach(t -> tables.put(t.getKey(), texts(t.getValue())));
    var alias = json.path("key").asText();
    var label = json.has("label") ? label(json.path("label")) : Label.of(alias);
    return new AppDef.Require(
        alias, label, json.path("app").asText(), json.path("optional").asBoolean(), tables);
  }

  private static AppDef.MenuGroup group(JsonNode json) {
    var key = json.path("key").asText();
    var label = json.has("label") ? label(json.path("label")) : Label.of(key);
    return new AppDef.MenuGroup(key, label, texts(json.path("items")));
  }

  @Override
  public void check(String key, AppDef app, AppVersion candidate, Violations violations) {
    if (!app.key().equals(candidate.app())) {
      violations.add("/key", "app.key", candidate.app());
    }
    unique(app.requires().stream().map(AppDef.Require::key).toList(), "/requires", violations);
    unique(app.menu().stream().map(AppDef.MenuGroup::key).toList(), "/menu", violations);
    for (var g = 0; g < app.menu().size(); g++) {
      var items = app.menu().get(g).items();
      for (var i = 0; i < items.size(); i++) {
        if (!candidate.documents().containsKey(items.get(i) + ".json")) {
          violations.add("/menu/" + g + "/items/" + i, "app.menu", items.get(i));
        }
      }
    }
    bindings(app, candidate, violations);
  }

  /** Nothing of an app itself is done outside the documents, but others may lose what they use. */
  @Override
  public List<PublishStep> plan(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    return from.map(before -> users.losses(before, to)).orElse(List.of());
  }

  private static void bindings(AppDef app, AppVersion candidate, Violations violations) {
    for (var i = 0; i < app.requires().size(); i++) {
      var require = app.requires().get(i);
      if (!require.optional() && candidate.bound(require.key()).isEmpty()) {
        violations.add("/requires/" + i + "/app", "app.requires", require.app());
      }
    }
  }

  private static void unique(List<String> keys, String list, Violations violations) {
    var seen = new HashSet<String>();
    for (var i = 0; i < keys.size(); i++) {
      if (!seen.add(keys.get(i))) {
        violations.add(list + "/" + i + "/key", "document.doubled", keys.get(i));
      }
    }
  }

  private static Label label(JsonNode json) {
    if (json.isTextual()) {
      return Label.of(json.textValue());
    }
    Map<String, String> byLanguage = new LinkedHashMap<>();
    json.properties().forEach(l -> byLanguage.put(l.getKey(), l.getValue().asText()));
    return Label.of(byLanguage);
  }

  private static Optional<String> text(JsonNode json, String member) {
    return Optional.ofNullable(json.get(member)).map(JsonNode::asText);
  }

  private static List<String> texts(JsonNode array) {
    return elements(array).stream().map(JsonNode::asText).toList();
  }

  private static List<JsonNode> elements(JsonNode array) {
    var elements = new ArrayList<JsonNode>();
    array.forEach(elements::add);
    return elements;
  }
}
