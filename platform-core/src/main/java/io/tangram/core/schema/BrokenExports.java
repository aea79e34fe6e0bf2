package io.tangram.core.schema;

import io.tangram.core.metadata.AppDef;
import io.tangram.core.metadata.AppDef.Require;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.metadata.PublishStep.Hazard;
import io.tangram.core.metadata.TableDef;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds what a publish takes away from other apps, and names them: an exported table or field that
 * their requirements list. It stops nothing; whoever publishes has to accept it.
 */
@Singleton
final class BrokenExports {
  private final Supplier<Stream<AppVersion>> apps;

  @Inject
  BrokenExports(Instance<MetadataCatalog> catalog) {
    this(() -> catalog.get().apps().stream().flatMap(app -> catalog.get().find(app).stream()));
  }

  /**
   * @param apps the published versions of all apps
   */
  BrokenExports(Supplier<Stream<AppVersion>> apps) {
    this.apps = apps;
  }

  private record Exported(String table, String field) {}

  /** One step per table or field that is taken away, with the keys of the apps that use it. */
  List<PublishStep> between(Optional<AppVersion> from, AppVersion to) {
    if (from.isEmpty()
        || from.get().all(TableDef.class).values().stream().noneMatch(t -> t.exports().any())) {
      return List.of();
    }
    Map<Exported, TreeSet<String>> users = new LinkedHashMap<>();
    apps.get()
        .filter(user -> !user.app().equals(to.app()))
        .forEach(
            user ->
                used(user, to.app())
                    .filter(use -> open(from.get(), use, user.app()) && !open(to, use, user.app()))
                    .forEach(
                        use -> users.computeIfAbsent(use, u -> new TreeSet<>()).add(user.app())));
    var steps = new ArrayList<PublishStep>();
    users.forEach(
        (use, names) ->
            steps.add(
                new PublishStep(
                    "end-export",
                    use.table(),
                    use.field(),
                    Hazard.MAY_FAIL,
                    false,
                    Map.of("apps", List.copyOf(names)))));
    return steps;
  }

  /** What an app's requirements list of another one. */
  private static Stream<Exported> used(AppVersion user, String exporter) {
    return user.all(AppDef.class).values().stream()
        .flatMap(app -> app.requires().stream())
        .filter(require -> user.bound(require.key()).filter(exporter::equals).isPresent())
        .flatMap(BrokenExports::listed);
  }

  private static Stream<Exported> listed(Require require) {
    return require.tables().entrySet().stream()
        .flatMap(
            table ->
                Stream.concat(
                    Stream.of(new Exported(table.getKey(), "")),
                    table.getValue().stream().map(field -> new Exported(table.getKey(), field))));
  }

  private static boolean open(AppVersion exporter, Exported use, String user) {
    return exporter
        .find(TableDef.class, use.table())
        .map(table -> TablePlace.of(exporter, table))
        .filter(
            place ->
                place.exported(
                    user, use.field().isEmpty() ? Optional.empty() : Optional.of(use.field())))
        .isPresent();
  }
}
