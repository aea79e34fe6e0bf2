package io.tangram.workflow.inbox;

import io.tangram.core.access.Actor;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.workflow.design.BoundNode.Asked;
import io.tangram.workflow.runtime.Processes;
import io.tangram.workflow.runtime.TaskActions;
import io.tangram.workflow.store.Instances;
import io.tangram.workflow.store.ProcessInstance;
import io.tangram.workflow.store.ProcessTask;
import io.tangram.workflow.store.ProcessTask.State;
import io.tangram.workflow.store.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The pages of single tasks, and the timelines of records. Everybody sees their own only. */
@ApplicationScoped
public class TaskDetails {
  private final Tasks tasks;
  private final Instances instances;
  private final Processes processes;
  private final TaskActions actions;
  private final TaskItems items;
  private final TimelineLines timelines;
  private final Wording wording;
  private final RecordSight sight;

  @Inject
  TaskDetails(
      Tasks tasks,
      Instances instances,
      Processes processes,
      TaskActions actions,
      TaskItems items,
      TimelineLines timelines,
      Wording wording,
      RecordSight sight) {
    this.tasks = tasks;
    this.instances = instances;
    this.processes = processes;
    this.actions = actions;
    this.items = items;
    this.timelines = timelines;
    this.wording = wording;
    this.sight = sight;
  }

  /**
   * A task of one's own, or a process one has started.
   *
   * @throws ProblemException {@code NOT_FOUND}
   */
  public TaskDetail get(UUID id, Actor actor) {
    var task = tasks.find(id).filter(found -> found.person().equals(actor.person()));
    return task.map(found -> ofTask(found, actor))
        .orElseGet(
            () ->
                instances
                    .find(id)
                    .filter(found -> found.starter().equals(actor.person()))
                    .map(found -> ofInstance(found, actor))
                    .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND)));
  }

  private TaskDetail ofTask(ProcessTask task, Actor actor) {
    var instance = instances.find(task.instance()).orElseThrow();
    var open = task.state() == State.OPEN && !task.kind().equals("cc");
    var writes =
        open
            ? processes.of(instance).node(task.node()).asked().map(Asked::fills).orElse(List.of())
            : List.<String>of();
    var item = items.ofTasks(List.of(task), actor.locale()).get(0);
    var may = open ? List.of("approve", "reject") : List.<String>of();
    return detail(item, may, writes, instance, actor);
  }

  private TaskDetail ofInstance(ProcessInstance instance, Actor actor) {
    var item = items.ofInstances(List.of(instance), actor.locale()).get(0);
    var may = actions.mayRecall(instance) ? List.of("recall") : List.<String>of();
    return detail(item, may, List.of(), instance, actor);
  }

  private TaskDetail detail(
      TaskItem item, List<String> may, List<String> writes, ProcessInstance instance, Actor actor) {
    var seen = sight.of(instance, actor);
    return new TaskDetail(
        item,
        may,
        writes,
        seen.form().orElse(null),
        seen.record().orElse(null),
        timelines.of(List.of(instance), actor.locale()).get(instance.id()));
  }

  /**
   * What a record went through.
   *
   * @throws ProblemException {@code RECORD_NOT_FOUND} for whoever may not read the record
   */
  public RecordTimeline ofRecord(String app, String table, UUID record, Actor actor) {
    sight.refuseStrangers(app, table, record, actor);
    var found = instances.ofRecord(app, table, record);
    var lines = timelines.of(found, actor.locale());
    return new RecordTimeline(
        found.stream()
            .map(instance -> walked(instance, lines.get(instance.id()), actor.locale()))
            .toList());
  }

  private RecordTimeline.Walked walked(
      ProcessInstance instance, List<TimelineLine> lines, Locale locale) {
    return new RecordTimeline.Walked(
        instance.id(),
        instance.process(),
        wording.process(instance, locale),
        instance.state().word(),
        lines);
  }
}
