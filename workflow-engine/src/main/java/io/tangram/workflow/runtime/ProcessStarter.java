package io.tangram.workflow.runtime;

import io.tangram.core.metadata.TableDef;
import io.tangram.core.metadata.TableDef.Move;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.record.RecordChanged;
import io.tangram.core.record.RecordChanged.Kind;
import io.tangram.core.record.RecordListener;
import io.tangram.workflow.definition.ProcessDef.On;
import io.tangram.workflow.definition.ProcessDef.Start;
import io.tangram.workflow.design.BoundProcess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Starts processes when a record is submitted or moved, and withdraws them when it is deleted; in
 * the very transaction of the write.
 */
@ApplicationScoped
class ProcessStarter implements RecordListener {
  /** Automatic writes that may lead to one another before something is taken for a loop. */
  private static final int DEEPEST = 8;

  private final ProcessRuntime runtime;
  private final Processes processes;
  private final Desk desk;

  @Inject
  ProcessStarter(ProcessRuntime runtime, Processes processes, Desk desk) {
    this.runtime = runtime;
    this.processes = processes;
    this.desk = desk;
  }

  @Override
  public void changed(RecordChanged change) {
    if (change.kind() == Kind.DELETED) {
      withdrawAll(change);
      return;
    }
    if (change.kind() == Kind.SUBMITTED) {
      startAll(change, On.SUBMIT);
    } else if (entered(change)) {
      startAll(change, On.MOVE);
    }
  }

  private static boolean entered(RecordChanged change) {
    return change.kind() == Kind.UPDATED
        && !change.before().flatMap(before -> before.state()).equals(change.after().state());
  }

  private void startAll(RecordChanged change, On on) {
    for (var process : processes.startedBy(change.version(), change.table().key(), on)) {
      if (ownWrite(change, process)) {
        continue;
      }
      if (process.definition().starts().stream().anyMatch(start -> fits(start, on, change))) {
        if (change.origin().depth() > DEEPEST) {
          throw ProblemException.of(
              ErrorCode.STATE_CONFLICT, process.definition().label().in(change.actor().locale()));
        }
        runtime.start(
            change.version(), process, change.after(), change.actor(), change.origin().depth());
      }
    }
  }

  /** A process that moves its own record does not start itself again. */
  private static boolean ownWrite(RecordChanged change, BoundProcess process) {
    return change.origin().cause().equals("process")
        && change.origin().reference().equals(Optional.of(process.definition().key()));
  }

  private boolean fits(Start start, On on, RecordChanged change) {
    return start.on() == on
        && (start.types().isEmpty()
            || change.after().type().filter(start.types()::contains).isPresent())
        && (on != On.MOVE || moved(start, change))
        && start.when().map(when -> desk.formulas.holds(change, when)).orElse(true);
  }

  private static boolean moved(Start start, RecordChanged change) {
    var from = change.before().flatMap(before -> before.state());
    var to = change.after().state();
    return start
        .move()
        .flatMap(key -> move(change.table(), key))
        .filter(move -> from.filter(move.from()::contains).isPresent())
        .filter(move -> to.filter(move.to()::equals).isPresent())
        .isPresent();
  }

  private static Optional<Move> move(TableDef table, String key) {
    return table.lifecycle().moves().stream().filter(move -> move.key().equals(key)).findFirst();
  }

  private void withdrawAll(RecordChanged change) {
    var running =
        desk.instances.lockRunning(
            change.version().app(), change.table().key(), change.after().id());
    for (var instance : running) {
      runtime.withdraw(instance, change.version(), change.actor());
    }
  }
}
