package io.tangram.workflow.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.workflow.definition.Options;
import io.tangram.workflow.definition.Options.SameApprover;
import io.tangram.workflow.definition.Options.StarterIsApprover;
import io.tangram.workflow.who.WhoRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Applies a process's options to the people found: who stands in where there is nobody, what
 * happens to the starter and to those who agreed before.
 */
final class Approvers {
  private final Desk desk;
  private final Walk walk;
  private final WhoRun run;

  Approvers(Desk desk, Walk walk, WhoRun run) {
    this.desk = desk;
    this.walk = walk;
    this.run = run;
  }

  /**
   * Who has to answer; empty when all who should were passed over by the options.
   *
   * @throws ProblemException {@code APPROVER_MISSING} when nobody is found and nobody stands in
   */
  List<UUID> of(List<JsonNode> who) {
    var found = desk.who.find(who, run);
    if (found.isEmpty()) {
      found = substitutes();
    }
    return withoutThoseWhoAgreed(withStarterAsOptionsSay(found));
  }

  private Options options() {
    return walk.process().definition().options();
  }

  private List<UUID> substitutes() {
    var found =
        switch (options().noApprover()) {
          case REFUSE -> throw missing();
          case UP -> firstActive(run.organisation().leadersOf(run.starter(), run.starterPost()));
          case SOMEBODY -> desk.who.find(options().substitutes(), run);
          case ADMIN -> List.<UUID>of();
        };
    return found.isEmpty() ? administrator() : found;
  }

  private List<UUID> administrator() {
    var app = walk.instance().app();
    var candidates = new ArrayList<UUID>();
    desk.admins.creator(app).ifPresent(candidates::add);
    desk.admins
        .company(app)
        .or(() -> run.organisation().root().map(root -> root.id()))
        .ifPresent(unit -> candidates.addAll(run.organisation().administratorsOf(unit)));
    var found = firstActive(candidates);
    if (found.isEmpty()) {
      throw missing();
    }
    return found;
  }

  private List<UUID> firstActive(List<UUID> candidates) {
    var active = run.organisation().activePersons(candidates);
    return candidates.stream().filter(active::contains).limit(1).toList();
  }

  private ProblemException missing() {
    return ProblemException.of(
        ErrorCode.APPROVER_MISSING, walk.process().definition().label().in(walk.actor().locale()));
  }

  private List<UUID> withStarterAsOptionsSay(List<UUID> people) {
    var starter = run.starter();
    if (options().starterIsApprover() == StarterIsApprover.SELF || !people.contains(starter)) {
      return people;
    }
    var others = new LinkedHashSet<>(people);
    others.remove(starter);
    if (options().starterIsApprover() == StarterIsApprover.UP) {
      var above =
          firstActive(run.organisation().leadersOf(starter, run.starterPost())).stream()
              .findFirst();
      // nobody is above the top: then their own answer has to do
      others.add(above.orElse(starter));
    }
    return List.copyOf(others);
  }

  private List<UUID> withoutThoseWhoAgreed(List<UUID> people) {
    if (options().sameApprover() == SameApprover.ALWAYS || people.isEmpty()) {
      return people;
    }
    var agreed = Set.copyOf(desk.tasks.approvedBy(walk.instance().id()));
    return people.stream().filter(person -> !agreed.contains(person)).toList();
  }
}
