package io.tangram.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.tangram.core.access.Actor;
import io.tangram.core.access.AppAdmins;
import io.tangram.core.access.SeenKind;
import io.tangram.core.metadata.AppDef;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.Apps;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows apps as published, minus what the one who asks may not see. */
@Singleton
class SeenApps {
  private final Apps apps;
  private final AppAdmins admins;
  private final MetadataCatalog catalog;
  private final DesignGate gate;
  private final List<SeenKind> kinds;

  SeenApps(
      Apps apps,
      AppAdmins admins,
      MetadataCatalog catalog,
      DesignGate gate,
      @All List<SeenKind> kinds) {
    this.apps = apps;
    this.admins = admins;
    this.catalog = catalog;
    this.gate = gate;
    this.kinds = kinds;
  }

  /** Those they can open or design. */
  List<AppEntry> list(Actor actor) {
    return apps.all().stream()
        .map(app -> AppEntry.of(app, admins.administers(app.key(), actor)))
        .filter(
            e -> e.admin() || catalog.find(e.key()).filter(v -> gate.sees(actor, v)).isPresent())
        .toList();
  }

  /**
   * @throws ProblemException {@code NOT_FOUND} also for an app of which they may see nothing
   */
  SeenApp get(String key, Actor actor) {
    var admin = admins.administers(key, actor);
    var version = catalog.find(key);
    if (version.isEmpty() && admin) {
      return SeenApp.unpublished(apps.get(key));
    }
    return version
        .map(v -> seen(v, actor, admin))
        .filter(seen -> admin || seen.any())
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  private SeenApp seen(AppVersion version, Actor actor, boolean admin) {
    Map<String, Map<String, JsonNode>> documents = new LinkedHashMap<>();
    kinds.forEach(kind -> documents.put(kind.folder(), kind.seenBy(version, actor)));
    var tables = documents.getOrDefault(DesignGate.TABLES, Map.of()).keySet();
    documents.replaceAll(
        (folder, seen) -> folder.equals(DesignGate.TABLES) ? seen : onSeen(tables, seen));
    return SeenApp.of(version, version.find(AppDef.class, "app").orElseThrow(), admin, documents);
  }

  /** Whatever stands on a table is seen only where the table is. */
  private static Map<String, JsonNode> onSeen(Set<String> tables, Map<String, JsonNode> documents) {
    Map<String, JsonNode> seen = new LinkedHashMap<>();
    documents.forEach(
        (key, document) -> {
          if (!document.has("table") || tables.contains(document.path("table").asText())) {
            seen.put(key, document);
          }
        });
    return seen;
  }
}
