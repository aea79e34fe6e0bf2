package io.tangram.core.metadata;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Tells who would lose something: other apps say in {@code requires} what they use of this one, and
 * a publish that no longer exports it names them. Reads only what is in memory.
 */
@Singleton
final class ExportUsers {
  // the catalogue reads documents through the kinds, one of which asks here
  private final Instance<MetadataCatalog> catalog;

  ExportUsers(Instance<MetadataCatalog> catalog) {
    this.catalog = catalog;
  }

  /** One step per table or field that is exported now, will not be, and is used. */
  List<PublishStep> losses(AppVersion from, AppVersion to) {
    Map<String, TreeSet<String>> users = new LinkedHashMap<>();
    for (var app : catalog.get().apps()) {
      if (!app.equals(to.app())) {
        catalog.get().find(app).ifPresent(user -> losses(user, from, to, users));
      }
    }
    var steps = new ArrayList<PublishStep>();
    users.forEach(
        (field, apps) ->
            steps.add(
                new PublishStep(
                    "take-away-export",
                    field.substring(0, field.indexOf('.')),
                    field.substring(field.indexOf('.') + 1),
                    PublishStep.Hazard.MAY_FAIL,
                    false,
                    Map.of("users", List.copyOf(apps)))));
    return steps;
  }

  private static void losses(
      AppVersion user, AppVersion from, AppVersion to, Map<String, TreeSet<String>> users) {
    for (var require : user.find(AppDef.class, "app").orElseThrow().requires()) {
      if (!user.bound(require.key()).filter(to.app()::equals).isPresent()) {
        continue;
      }
      require
          .tables()
          .forEach(
              (table, fields) ->
                  fields.stream()
                      .filter(field -> exports(from, user, table, field))
                      .filter(field -> !exports(to, user, table, field))
                      .forEach(
                          field ->
                              users
                                  .computeIfAbsent(table + "." + field, f -> new TreeSet<>())
                                  .add(user.app())));
    }
  }

  private static boolean exports(AppVersion version, AppVersion user, String table, String field) {
    return version
        .find(TableDef.class, table)
        .map(TableDef::exports)
        .filter(e -> e.to().contains("all") || e.to().contains(user.app()))
        .filter(e -> e.fields().contains(field))
        .isPresent();
  }
}
