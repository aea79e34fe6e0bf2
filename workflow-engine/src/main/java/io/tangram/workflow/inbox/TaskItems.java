package io.tangram.workflow.inbox;

import io.tangram.core.organisation.Organisation;
import io.tangram.workflow.store.ProcessInstance;
import io.tangram.workflow.store.ProcessTask;
import io.tangram.workflow.store.ProcessTask.State;
import io.tangram.workflow.store.Tasks;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes lines for people out of tasks and processes: a page at a time, names included. */
@Singleton
class TaskItems {
  private final Wording wording;
  private final Organisation organisation;
  private final Tasks tasks;
  private final TaskQuery query;

  @Inject
  TaskItems(Wording wording, Organisation organisation, Tasks tasks, TaskQuery query) {
    this.wording = wording;
    this.organisation = organisation;
    this.tasks = tasks;
    this.query = query;
  }

  List<TaskItem> ofTasks(List<ProcessTask> page, Locale locale) {
    var instances = query.instances(page.stream().map(ProcessTask::instance).toList());
    var names = names(instances.values());
    return page.stream()
        .map(task -> ofTask(task, instances.get(task.instance()), names, locale))
        .toList();
  }

  private TaskItem ofTask(
      ProcessTask task, ProcessInstance instance, Map<UUID, String> names, Locale locale) {
    return new TaskItem(
        task.id(),
        instance.app(),
        wording.app(instance.app(), locale),
        instance.process(),
        wording.process(instance, locale),
        task.node(),
        wording.node(instance, task.node(), locale),
        task.kind(),
        instance.table(),
        instance.record(),
        instance.title(),
        instance.starter(),
        names.get(instance.starter()),
        task.createdAt(),
        task.doneAt().orElse(null),
        word(task.state()),
        task.result().map(TaskItems::word).orElse(null),
        null);
  }

  List<TaskItem> ofInstances(List<ProcessInstance> page, Locale locale) {
    var asked =
        tasks.ofInstances(page.stream().map(ProcessInstance::id).toList()).stream()
            .filter(task -> task.state() == State.OPEN && !task.kind().equals("cc"))
            .collect(Collectors.groupingBy(ProcessTask::instance));
    var people = new HashSet<UUID>();
    asked.values().forEach(some -> some.forEach(task -> people.add(task.person())));
    page.forEach(instance -> people.add(instance.starter()));
    var names = organisation.names(people);
    return page.stream()
        .map(
            instance ->
                ofInstance(instance, asked.getOrDefault(instance.id(), List.of()), names, locale))
        .toList();
  }

  private TaskItem ofInstance(
      ProcessInstance instance, List<ProcessTask> open, Map<UUID, String> names, Locale locale) {
    var node = open.stream().map(ProcessTask::node).findFirst();
    return new TaskItem(
        instance.id(),
        instance.app(),
        wording.app(instance.app(), locale),
        instance.process(),
        wording.process(instance, locale),
        node.orElse(null),
        node.map(id -> wording.node(instance, id, locale)).orElse(null),
        "process",
        instance.table(),
        instance.record(),
        instance.title(),
        instance.starter(),
        names.get(instance.starter()),
        instance.startedAt(),
        instance.endedAt().orElse(null),
        instance.state().word(),
        null,
        open.stream().map(task -> names.get(task.person())).filter(Objects::nonNull).toList());
  }

  private Map<UUID, String> names(Collection<ProcessInstance> instances) {
    return organisation.names(
        instances.stream().map(ProcessInstance::starter).collect(Collectors.toSet()));
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
