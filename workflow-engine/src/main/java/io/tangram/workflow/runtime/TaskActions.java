package io.tangram.workflow.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.access.Actor;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violations;
import io.tangram.core.record.RecordService;
import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.design.BoundNode.Asked;
import io.tangram.workflow.node.NodeRun.Answer;
import io.tangram.workflow.store.ProcessInstance;
import io.tangram.workflow.store.ProcessTask;
import io.tangram.workflow.store.ProcessTask.Act;
import io.tangram.workflow.store.ProcessTask.State;
import io.tangram.workflow.store.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * People's acts on tasks. Each holds the process's row first, so of two acts at once the second
 * sees what the first has done; a task is completed once, whatever is clicked twice.
 */
@ApplicationScoped
public class TaskActions {
  private final Desk desk;
  private final Walks walks;
  private final Records records;
  private final ProcessRuntime runtime;
  private final RecordService service;

  @Inject
  TaskActions(
      Desk desk, Walks walks, Records records, ProcessRuntime runtime, RecordService service) {
    this.desk = desk;
    this.walks = walks;
    this.records = records;
    this.runtime = runtime;
    this.service = service;
  }

  /**
   * Agrees or refuses. The same act by the same person again changes nothing.
   *
   * @param values fields to fill with it, in the JSON shapes of the API
   * @throws ProblemException {@code NOT_FOUND} for a task of somebody else, {@code TASK_DONE} when
   *     it is too late, {@code VALUES_INVALID} with pointers under {@code /values}
   */
  public void answer(UUID id, Act act, Optional<String> comment, ObjectNode values, Actor actor) {
    var task = mine(id, actor);
    var app = desk.instances.find(task.instance()).orElseThrow().app();
    service.attempt(app, version -> answer(task, act, comment, values, actor, version));
  }

  private boolean answer(
      ProcessTask task,
      Act act,
      Optional<String> comment,
      ObjectNode values,
      Actor actor,
      AppVersion version) {
    var instance = desk.instances.lock(task.instance()).orElseThrow();
    if (!desk.tasks.close(task.id(), act, comment, desk.now())) {
      sameAgain(task.id(), act);
      return false;
    }
    var walk = walks.by(instance, version, actor);
    var asked = walk.process().node(task.node()).asked().orElseThrow();
    fill(walk, asked, act, values);
    note(task, instance, act, comment);
    desk.notices.changed(List.of(actor.person()));
    outcome(task, act, asked.answer())
        .ifPresentOrElse(
            outcome -> decided(walk, task, outcome), () -> nextInTurn(task, asked.answer()));
    return true;
  }

  private ProcessTask mine(UUID id, Actor actor) {
    return desk.tasks
        .find(id)
        .filter(task -> task.person().equals(actor.person()))
        .filter(task -> !task.kind().equals("cc"))
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  private void sameAgain(UUID id, Act act) {
    var task = desk.tasks.find(id).orElseThrow();
    if (task.state() == State.WAITING) {
      throw ProblemException.of(ErrorCode.STATE_CONFLICT);
    }
    if (!task.result().equals(Optional.of(act))) {
      throw ProblemException.of(ErrorCode.TASK_DONE);
    }
  }

  private void fill(Walk walk, Asked asked, Act act, ObjectNode values) {
    var table = walk.current().find(TableDef.class, walk.instance().table());
    var faults = new Violations();
    var allowed = asked.fills();
    for (var entry : values.properties()) {
      if (!allowed.contains(entry.getKey())) {
        faults.add("/values/" + entry.getKey(), "task.field.closed", entry.getKey());
      }
    }
    if (act == Act.APPROVED) {
      for (var field : asked.requires()) {
        if (missing(walk, values, field)) {
          var label = table.flatMap(known -> known.field(field));
          faults.add(
              "/values/" + field,
              "task.field.required",
              label.map(known -> known.label().in(walk.actor().locale())).orElse(field));
        }
      }
    }
    faults.refuse(ErrorCode.VALUES_INVALID);
    if (!values.isEmpty()) {
      records.write(walk, values, Optional.empty());
    }
  }

  private boolean missing(Walk walk, ObjectNode values, String field) {
    if (values.has(field)) {
      return empty(values.get(field));
    }
    return records.row(walk).values().get(field) == null;
  }

  private static boolean empty(JsonNode value) {
    return value.isNull()
        || (value.isTextual() && value.asText().isEmpty())
        || (value.isArray() && value.isEmpty());
  }

  private void note(ProcessTask task, ProcessInstance instance, Act act, Optional<String> comment) {
    desk.note(
        instance,
        Optional.of(task.node()),
        TimelineEntry.Act.valueOf(act.name()),
        Optional.of(task.person()),
        comment);
  }

  private Optional<String> outcome(ProcessTask task, Act act, Answer answer) {
    if (task.asked() == 1) {
      // nobody else's answer has to be counted
      return Optional.of(act == Act.APPROVED ? FlowDef.DONE : FlowDef.REFUSED);
    }
    return Answers.outcome(answer, desk.tasks.askedWith(task));
  }

  private void decided(Walk walk, ProcessTask task, String outcome) {
    if (task.asked() > 1) {
      desk.notices.changed(desk.tasks.cancelAskedWith(task, desk.now()));
    }
    runtime.goOn(walk, task.execution(), outcome);
  }

  private void nextInTurn(ProcessTask task, Answer answer) {
    if (answer == Answer.IN_TURN) {
      desk.notices.changed(desk.tasks.openNext(task));
    }
  }

  /**
   * The starter takes a request back.
   *
   * @throws ProblemException {@code NOT_FOUND} for a process of somebody else, {@code TASK_DONE}
   *     when the process's options allow it no more
   */
  public void recall(UUID id, Optional<String> comment, Actor actor) {
    var instance =
        desk.instances
            .find(id)
            .filter(found -> found.starter().equals(actor.person()))
            .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
    service.attempt(instance.app(), version -> recall(instance, comment, actor, version));
  }

  private boolean recall(
      ProcessInstance seen, Optional<String> comment, Actor actor, AppVersion version) {
    var instance = desk.instances.lock(seen.id()).orElseThrow();
    if (instance.state() == ProcessInstance.State.WITHDRAWN) {
      return false;
    }
    if (!mayRecall(instance)) {
      throw ProblemException.of(ErrorCode.TASK_DONE);
    }
    runtime.withdraw(walks.by(instance, version, actor), comment, true);
    return true;
  }

  /** Whether its starter may still take it back. */
  public boolean mayRecall(ProcessInstance instance) {
    if (!instance.running()) {
      return false;
    }
    return switch (walks.process(instance).definition().options().recall()) {
      case NEVER -> false;
      case UNTIL_DONE -> true;
      case UNTIL_FIRST ->
          desk.tasks.ofInstances(List.of(instance.id())).stream()
              .noneMatch(task -> task.result().isPresent());
    };
  }
}
