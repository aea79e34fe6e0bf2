package io.tangram.workflow.runtime;

import io.tangram.core.access.Actor;
import io.tangram.core.identity.Actors;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.record.RecordService;
import io.tangram.workflow.design.BoundProcess;
import io.tangram.workflow.store.Instances;
import io.tangram.workflow.store.ProcessInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flowable.engine.delegate.DelegateExecution;

/** Finds the walk an engine's execution belongs to, or takes it up again for a timer. */
@Singleton
class Walks {
  /** The transient variable in which the walk travels through the engine; never stored. */
  static final String VARIABLE = "walk";

  private final Instances instances;
  private final Processes processes;
  private final RecordService service;
  private final Actors actors;

  @Inject
  Walks(Instances instances, Processes processes, RecordService service, Actors actors) {
    this.instances = instances;
    this.processes = processes;
    this.service = service;
    this.actors = actors;
  }

  Walk of(DelegateExecution execution) {
    if (execution.getTransientVariable(VARIABLE) instanceof Walk walk) {
      return walk;
    }
    var walk = takeUp(UUID.fromString(execution.getProcessInstanceId()));
    execution.setTransientVariable(VARIABLE, walk);
    return walk;
  }

  BoundProcess process(ProcessInstance instance) {
    return processes.of(instance);
  }

  /** By the version under which the caller writes. */
  Walk by(ProcessInstance instance, AppVersion current, Actor actor) {
    return new Walk(instance, processes.of(instance), current, actor);
  }

  /** A timer has rung: nobody acts, so what follows is done for whoever started the process. */
  private Walk takeUp(UUID id) {
    var instance =
        instances.lock(id).orElseThrow(() -> new IllegalStateException("no instance " + id));
    var actor =
        actors
            .find(instance.starter(), instance.starterPost())
            .orElseGet(() -> gone(instance.starter()));
    // a publish that moved the version on meanwhile fails the timer, which rings again
    return service.attempt(instance.app(), version -> by(instance, version, actor));
  }

  private static Actor gone(UUID person) {
    return new Actor(
        person,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        false,
        Locale.SIMPLIFIED_CHINESE);
  }
}
