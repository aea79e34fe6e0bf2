package io.tangram.workflow.runtime;

import io.tangram.core.access.AppAdmins;
import io.tangram.core.access.RecordGrants;
import io.tangram.core.metadata.Ids;
import io.tangram.core.organisation.Organisation;
import io.tangram.workflow.store.Instances;
import io.tangram.workflow.store.ProcessInstance;
import io.tangram.workflow.store.Tasks;
import io.tangram.workflow.store.Timeline;
import io.tangram.workflow.store.TimelineEntry;
import io.tangram.workflow.who.WhoTypes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a process needs at hand wherever it stands; it decides nothing itself. */
@Singleton
class Desk {
  final Instances instances;
  final Tasks tasks;
  final Timeline timeline;
  final RecordGrants grants;
  final Organisation organisation;
  final AppAdmins admins;
  final WhoTypes who;
  final Groups groups;
  final ProcessFormulas formulas;
  final TaskNotices notices;
  private final Clock clock;

  @Inject
  Desk(
      Instances instances,
      Tasks tasks,
      Timeline timeline,
      RecordGrants grants,
      Organisation organisation,
      AppAdmins admins,
      WhoTypes who,
      Groups groups,
      ProcessFormulas formulas,
      TaskNotices notices,
      Clock clock) {
    this.instances = instances;
    this.tasks = tasks;
    this.timeline = timeline;
    this.grants = grants;
    this.organisation = organisation;
    this.admins = admins;
    this.who = who;
    this.groups = groups;
    this.formulas = formulas;
    this.notices = notices;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void note(
      ProcessInstance instance,
      Optional<String> node,
      TimelineEntry.Act act,
      Optional<UUID> actor,
      Optional<String> comment) {
    timeline.add(new TimelineEntry(Ids.next(), instance.id(), node, act, actor, comment, now()));
  }
}
