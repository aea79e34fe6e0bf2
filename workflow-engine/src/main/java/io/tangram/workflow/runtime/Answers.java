package io.tangram.workflow.runtime;

import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.node.NodeRun.Answer;
import io.tangram.workflow.store.ProcessTask;
import io.tangram.workflow.store.ProcessTask.Act;
import java.util.List;
import java.util.Optional;

/** Counts answers; pure. */
final class Answers {
  private Answers() {}

  /** The outcome of a node, once those asked have answered enough; empty before. */
  static Optional<String> outcome(Answer answer, List<ProcessTask> asked) {
    var approved = count(asked, Act.APPROVED);
    var rejected = count(asked, Act.REJECTED);
    return switch (answer) {
      case FIRST -> first(approved, rejected);
      case ANY -> decided(approved > 0, rejected == asked.size());
      case ALL, IN_TURN -> decided(approved == asked.size(), rejected > 0);
    };
  }

  private static Optional<String> first(long approved, long rejected) {
    return decided(approved > 0, rejected > 0);
  }

  private static Optional<String> decided(boolean agreed, boolean refused) {
    if (agreed) {
      return Optional.of(FlowDef.DONE);
    }
    return refused ? Optional.of(FlowDef.REFUSED) : Optional.empty();
  }

  private static long count(List<ProcessTask> asked, Act act) {
    return asked.stream().filter(task -> task.result().equals(Optional.of(act))).count();
  }
}
