package io.tangram.workflow.runtime;

import io.tangram.core.access.Actor;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.Ids;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.record.Row;
import io.tangram.workflow.design.BoundProcess;
import io.tangram.workflow.design.BpmnCompiler;
import io.tangram.workflow.store.ProcessInstance;
import io.tangram.workflow.store.ProcessInstance.State;
import io.tangram.workflow.store.TimelineEntry.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The one class that talks to Flowable's services: deploys, starts, moves on and ends processes,
 * always inside the caller's transaction.
 */
@ApplicationScoped
public class ProcessRuntime {
  private final Engine engine;
  private final Processes processes;
  private final Desk desk;
  private final Records records;
  private final Walks walks;

  @Inject
  ProcessRuntime(Engine engine, Processes processes, Desk desk, Records records, Walks walks) {
    this.engine = engine;
    this.processes = processes;
    this.desk = desk;
    this.records = records;
    this.walks = walks;
  }

  /** Gives the engine a process; the id under which it can be started. */
  public String deploy(String app, BoundProcess process) {
    var name = BpmnCompiler.id(app, process.definition().key());
    var deployment =
        engine
            .repository()
            .createDeployment()
            .name(name)
            // our own check has judged the graph; the engine would ask for conditions it never
            // reads
            .disableBpmnValidation()
            .disableSchemaValidation()
            .addBpmnModel(name + ".bpmn20.xml", BpmnCompiler.compile(app, process))
            .deploy();
    return engine
        .repository()
        .createProcessDefinitionQuery()
        .deploymentId(deployment.getId())
        .singleResult()
        .getId();
  }

  /**
   * Starts a process over a record and walks it to its first rest.
   *
   * @param depth how many automatic writes led here; 0 for a person's own
   * @throws ProblemException {@code STATE_CONFLICT} when the record is walking through it already
   */
  public UUID start(AppVersion version, BoundProcess process, Row row, Actor actor, int depth) {
    var definition = process.definition();
    var instance =
        new ProcessInstance(
            Ids.next(),
            version.app(),
            definition.key(),
            version.number(),
            definition.table(),
            row.id(),
            desk.formulas.title(version, definition.table(), row),
            actor.person(),
            actor.post(),
            State.RUNNING,
            depth,
            desk.now(),
            Optional.empty());
    if (!desk.instances.insert(instance)) {
      throw ProblemException.of(ErrorCode.STATE_CONFLICT, definition.label().in(actor.locale()));
    }
    desk.note(
        instance,
        Optional.of(process.first().node().id()),
        Act.STARTED,
        Optional.of(actor.person()),
        Optional.empty());
    desk.notices.changed(List.of(actor.person()));
    var walk = new Walk(instance, process, version, actor);
    engine
        .runtime()
        .createProcessInstanceBuilder()
        .processDefinitionId(processes.definition(version, definition.key()))
        .predefineProcessInstanceId(instance.id().toString())
        .transientVariable(Walks.VARIABLE, walk)
        .start();
    return instance.id();
  }

  /** Lets a process go on from where it rests, by the way that belongs to the outcome. */
  void goOn(Walk walk, String execution, String outcome) {
    walk.outcome(outcome);
    engine.runtime().trigger(execution, null, Map.of(Walks.VARIABLE, walk));
  }

  /** Ends the process a record has no more use for; its state stays as it is. */
  void withdraw(ProcessInstance instance, AppVersion current, Actor actor) {
    withdraw(walks.by(instance, current, actor), Optional.empty(), false);
  }

  /** Ends a running process; {@code enter}: and lets the record enter the state for that. */
  void withdraw(Walk walk, Optional<String> comment, boolean enter) {
    var instance = walk.instance();
    desk.instances.end(instance.id(), State.WITHDRAWN, desk.now());
    var touched = desk.tasks.cancelOpen(instance.id(), desk.now());
    touched.add(instance.starter());
    desk.notices.changed(touched);
    var actor = Optional.of(walk.actor().person());
    desk.note(instance, Optional.empty(), Act.WITHDRAWN, actor, comment);
    engine.runtime().deleteProcessInstance(instance.id().toString(), "withdrawn");
    if (enter) {
      records.enter(walk, walk.process().definition().results().withdrawn());
    }
  }
}
