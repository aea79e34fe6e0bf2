package io.tangram.workflow.runtime;

import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.workflow.definition.ProcessDef;
import io.tangram.workflow.definition.ProcessDef.On;
import io.tangram.workflow.design.BoundProcess;
import io.tangram.workflow.node.NodeTypes;
import io.tangram.workflow.store.Definitions;
import io.tangram.workflow.store.ProcessInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Published processes, ready to run; everything about a version is made once and kept in it. */
@Singleton
public class Processes {
  private final MetadataCatalog catalog;
  private final NodeTypes types;
  private final Definitions definitions;

  @Inject
  Processes(MetadataCatalog catalog, NodeTypes types, Definitions definitions) {
    this.catalog = catalog;
    this.types = types;
    this.definitions = definitions;
  }

  private record Bound(String process) {}

  private record Started(String table, On on) {}

  private record Engines(String process) {}

  public Optional<BoundProcess> find(AppVersion version, String process) {
    return version.find(ProcessDef.class, process).map(definition -> bound(version, definition));
  }

  /** The process an instance runs by: that of the version it started in. */
  public BoundProcess of(ProcessInstance instance) {
    return find(catalog.version(instance.app(), instance.version()), instance.process())
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  /** Processes that an event on a table may start. */
  List<BoundProcess> startedBy(AppVersion version, String table, On on) {
    return version.derived(new Started(table, on), key -> startedBy(version, key));
  }

  private List<BoundProcess> startedBy(AppVersion version, Started key) {
    return version.all(ProcessDef.class).values().stream()
        .filter(process -> process.table().equals(key.table()))
        .filter(process -> process.starts().stream().anyMatch(start -> start.on() == key.on()))
        .map(process -> bound(version, process))
        .toList();
  }

  private BoundProcess bound(AppVersion version, ProcessDef definition) {
    return version.derived(
        new Bound(definition.key()), key -> BoundProcess.bind(definition, types));
  }

  /** The engine's id of the definition. */
  String definition(AppVersion version, String process) {
    return version.derived(
        new Engines(process),
        key ->
            definitions
                .find(version.app(), process, version.number())
                .orElseThrow(
                    () -> new IllegalStateException(version.app() + "." + process + " not there")));
  }
}
