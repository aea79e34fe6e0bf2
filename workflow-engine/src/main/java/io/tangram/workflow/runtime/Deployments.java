package io.tangram.workflow.runtime;

import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.Document;
import io.tangram.workflow.definition.ProcessDef;
import io.tangram.workflow.store.Definitions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives the engine the processes of a version, inside the publish. A document that was deployed
 * before, in whatever version, is not deployed again; running instances stay with theirs.
 */
@Singleton
class Deployments {
  private final ProcessRuntime runtime;
  private final Processes processes;
  private final Definitions definitions;

  @Inject
  Deployments(ProcessRuntime runtime, Processes processes, Definitions definitions) {
    this.runtime = runtime;
    this.processes = processes;
    this.definitions = definitions;
  }

  void deploy(AppVersion version) {
    for (var key : version.all(ProcessDef.class).keySet()) {
      var hash = document(version, key).map(Document::hash).orElseThrow();
      var definition =
          definitions
              .same(version.app(), key, hash)
              .orElseGet(
                  () -> runtime.deploy(version.app(), processes.find(version, key).orElseThrow()));
      definitions.put(version.app(), key, version.number(), hash, definition);
    }
  }

  static boolean changed(Optional<AppVersion> from, AppVersion to, String process) {
    var before = from.flatMap(version -> document(version, process)).map(Document::hash);
    return !before.equals(document(to, process).map(Document::hash));
  }

  private static Optional<Document> document(AppVersion version, String process) {
    return Optional.ofNullable(version.documents().get("processes/" + process + ".json"));
  }
}
