package io.tangram.workflow.inbox;

import io.tangram.core.organisation.Organisation;
import io.tangram.workflow.store.ProcessInstance;
import io.tangram.workflow.store.ProcessTask;
import io.tangram.workflow.store.ProcessTask.State;
import io.tangram.workflow.store.Tasks;
import io.tangram.workflow.store.Timeline;
import io.tangram.workflow.store.TimelineEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells what happened in processes and whom they wait for, all of a record's at once. */
@Singleton
class TimelineLines {
  private final Timeline timeline;
  private final Tasks tasks;
  private final Organisation organisation;
  private final Wording wording;

  @Inject
  TimelineLines(Timeline timeline, Tasks tasks, Organisation organisation, Wording wording) {
    this.timeline = timeline;
    this.tasks = tasks;
    this.organisation = organisation;
    this.wording = wording;
  }

  /** By process; what is waited for comes last. */
  Map<UUID, List<TimelineLine>> of(List<ProcessInstance> instances, Locale locale) {
    var ids = instances.stream().map(ProcessInstance::id).toList();
    // that a process has ended, and how, its state says
    var entries =
        timeline.of(ids).stream()
            .filter(entry -> entry.act() != TimelineEntry.Act.ENDED)
            .collect(Collectors.groupingBy(TimelineEntry::instance));
    var open =
        tasks.ofInstances(ids).stream()
            .filter(task -> task.state() == State.OPEN && !task.kind().equals("cc"))
            .collect(Collectors.groupingBy(ProcessTask::instance));
    var people = new HashSet<UUID>();
    entries.values().forEach(some -> some.forEach(entry -> entry.actor().ifPresent(people::add)));
    open.values().forEach(some -> some.forEach(task -> people.add(task.person())));
    var names = organisation.names(people);
    return instances.stream()
        .collect(
            Collectors.toMap(
                ProcessInstance::id,
                instance -> {
                  var lines = new ArrayList<TimelineLine>();
                  entries
                      .getOrDefault(instance.id(), List.of())
                      .forEach(entry -> lines.add(happened(instance, entry, names, locale)));
                  open.getOrDefault(instance.id(), List.of())
                      .forEach(task -> lines.add(waiting(instance, task, names, locale)));
                  return List.copyOf(lines);
                }));
  }

  private TimelineLine happened(
      ProcessInstance instance, TimelineEntry entry, Map<UUID, String> names, Locale locale) {
    return new TimelineLine(
        entry.id(),
        entry.node().orElse(null),
        label(instance, entry.node(), locale),
        entry.act().name().toLowerCase(Locale.ROOT),
        entry.actor().orElse(null),
        entry.actor().map(names::get).orElse(null),
        entry.comment().orElse(null),
        entry.at());
  }

  private TimelineLine waiting(
      ProcessInstance instance, ProcessTask task, Map<UUID, String> names, Locale locale) {
    return new TimelineLine(
        task.id(),
        task.node(),
        label(instance, Optional.of(task.node()), locale),
        "waiting",
        task.person(),
        names.get(task.person()),
        null,
        task.createdAt());
  }

  private String label(ProcessInstance instance, Optional<String> node, Locale locale) {
    return node.map(id -> wording.node(instance, id, locale)).orElse(null);
  }
}
