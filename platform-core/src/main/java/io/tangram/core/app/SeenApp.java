package io.tangram.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.metadata.App;
import io.tangram.core.metadata.AppDef;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.Label;
import java.util.List;
import java.util.Map;

/**
 * An app as one person sees it.
 *
 * @param menu groups without what they may not open; all tables where the app has no menu
 * @param tables key to the document minus hidden fields, with what they may do; likewise the others
 */
record SeenApp(
    String key,
    Label label,
    String icon,
    long version,
    boolean admin,
    List<Group> menu,
    Map<String, JsonNode> tables,
    Map<String, JsonNode> forms,
    Map<String, JsonNode> views,
    Map<String, JsonNode> processes) {

  /** Items are paths without ending. */
  record Group(String key, Label label, List<String> items) {}

  static SeenApp unpublished(App app) {
    return new SeenApp(
        app.key(),
        app.label(),
        app.icon().orElse(null),
        0,
        true,
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  static SeenApp of(
      AppVersion version, AppDef app, boolean admin, Map<String, Map<String, JsonNode>> seen) {
    return new SeenApp(
        app.key(),
        app.label(),
        app.icon().orElse(null),
        version.number(),
        admin,
        menu(app, seen),
        seen.getOrDefault("tables", Map.of()),
        seen.getOrDefault("forms", Map.of()),
        seen.getOrDefault("views", Map.of()),
        seen.getOrDefault("processes", Map.of()));
  }

  private static List<Group> menu(AppDef app, Map<String, Map<String, JsonNode>> seen) {
    if (app.menu().isEmpty()) {
      var tables = seen.getOrDefault("tables", Map.of()).keySet();
      return tables.isEmpty()
          ? List.of()
          : List.of(
              new Group(app.key(), app.label(), tables.stream().map(t -> "tables/" + t).toList()));
    }
    return app.menu().stream()
        .map(g -> new Group(g.key(), g.label(), opens(g.items(), seen)))
        .filter(g -> !g.items().isEmpty())
        .toList();
  }

  private static List<String> opens(List<String> items, Map<String, Map<String, JsonNode>> seen) {
    return items.stream()
        .filter(
            item -> {
              var slash = item.indexOf('/');
              return seen.getOrDefault(item.substring(0, slash), Map.of())
                  .containsKey(item.substring(slash + 1));
            })
        .toList();
  }

  boolean any() {
    return !tables.isEmpty();
  }
}
