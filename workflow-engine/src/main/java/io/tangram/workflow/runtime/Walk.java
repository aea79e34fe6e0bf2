package io.tangram.workflow.runtime;

import io.tangram.core.access.Actor;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.record.Origin;
import io.tangram.core.record.Row;
import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.design.BoundProcess;
import io.tangram.workflow.store.ProcessInstance;
import java.util.Optional;

/**
 * What is known of one process while one transaction moves it from where it rested to where it
 * rests next. Not kept any longer, and used by one thread.
 */
final class Walk {
  /** Nodes passed without rest; a design that needs more goes round in circles. */
  private static final int MOST_NODES = 200;

  private final ProcessInstance instance;
  private final BoundProcess process;
  private final AppVersion current;
  private final Actor actor;
  private Optional<Row> row = Optional.empty();
  private String outcome = FlowDef.DONE;
  private int visited;

  /**
   * @param current the app's current version, by which records are read and written
   * @param actor who moves the process: named in history and timeline
   */
  Walk(ProcessInstance instance, BoundProcess process, AppVersion current, Actor actor) {
    this.instance = instance;
    this.process = process;
    this.current = current;
    this.actor = actor;
  }

  ProcessInstance instance() {
    return instance;
  }

  BoundProcess process() {
    return process;
  }

  AppVersion current() {
    return current;
  }

  Actor actor() {
    return actor;
  }

  /** The record, if it was read since it last changed. */
  Optional<Row> row() {
    return row;
  }

  void remember(Row known) {
    row = Optional.of(known);
  }

  /** It has changed; who needs it reads it again. */
  void forget() {
    row = Optional.empty();
  }

  String outcome() {
    return outcome;
  }

  void outcome(String next) {
    outcome = next;
  }

  /** Why records change by this walk. */
  Origin origin() {
    return new Origin("process", Optional.of(process.definition().key()), instance.depth() + 1);
  }

  void countVisit() {
    if (++visited > MOST_NODES) {
      throw ProblemException.of(
          ErrorCode.STATE_CONFLICT, process.definition().label().in(actor.locale()));
    }
  }
}
