package io.tangram.core.record;

import io.tangram.core.access.May;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violations;
import io.tangram.core.record.RecordChanged.Kind;
import io.tangram.core.record.RecordService.Written;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes many records with few statements. Where one fault must not stop the others, a failed half
 * is halved again, so that a few faults among many writes cost little.
 */
@Singleton
class BatchWriter {
  private final RecordWriter writer;
  private final Listeners listeners;

  BatchWriter(RecordWriter writer, Listeners listeners) {
    this.writer = writer;
    this.listeners = listeners;
  }

  /** What became of a batch. */
  record Outcome(
      List<Written> created, List<Written> updated, List<UUID> deleted, List<Fault> faults) {
    static Outcome empty() {
      return new Outcome(
          new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(Outcome more) {
      created.addAll(more.created);
      updated.addAll(more.updated);
      deleted.addAll(more.deleted);
      faults.addAll(more.faults);
    }
  }

  /** A write that was refused, where others were not. */
  record Fault(String pointer, ProblemException problem) {}

  /** How one transaction is run. */
  interface Transaction {
    Outcome run(Function<AppVersion, Outcome> work);
  }

  Outcome write(Batch batch, Transaction transaction, Function<AppVersion, WriteContext> context) {
    if (batch.atomic() || batch.size() == 0) {
      return transaction.run(version -> all(batch, context.apply(version)));
    }
    try {
      return transaction.run(version -> all(batch, context.apply(version)));
    } catch (ProblemException problem) {
      var outcome = Outcome.empty();
      if (batch.size() == 1) {
        outcome.faults().add(new Fault(batch.pointer(), problem));
        return outcome;
      }
      batch.halves().forEach(half -> outcome.add(write(half, transaction, context)));
      return outcome;
    }
  }

  private Outcome all(Batch batch, WriteContext context) {
    var outcome = Outcome.empty();
    if (!batch.create().isEmpty()) {
      create(batch, context, outcome);
    }
    if (!batch.update().isEmpty()) {
      update(batch, context, outcome);
    }
    if (!batch.delete().isEmpty()) {
      delete(batch, context, outcome);
    }
    return outcome;
  }

  private void create(Batch batch, WriteContext context, Outcome outcome) {
    var violations = new Violations();
    var records = new ArrayList<Pending>();
    for (var one : batch.create()) {
      records.add(writer.draft(one.draft(), context, "/create/" + one.number(), violations));
    }
    refuseTwice(records.stream().map(r -> r.after.id).toList());
    if (!writer.create(records, context, violations).isEmpty()) {
      throw ProblemException.of(ErrorCode.RECORD_EXISTS);
    }
    records.forEach(
        r -> outcome.created().add(RecordService.written(listeners.latest(r.after), true)));
  }

  private void update(Batch batch, WriteContext context, Outcome outcome) {
    var changes = batch.update().stream().map(Batch.Update::change).toList();
    refuseTwice(changes.stream().map(RecordChange::id).toList());
    var places = batch.update().stream().map(u -> "/update/" + u.number()).toList();
    var records = writer.locked(changes, context, May.UPDATE, false, places);
    writer.update(records, changes, context, Kind.UPDATED);
    records.forEach(
        r -> outcome.updated().add(RecordService.written(listeners.latest(r.after), false)));
  }

  private void delete(Batch batch, WriteContext context, Outcome outcome) {
    var changes =
        batch.delete().stream().map(d -> new RecordChange(d.id(), 1, Incoming.empty())).toList();
    refuseTwice(changes.stream().map(RecordChange::id).toList());
    var places = batch.delete().stream().map(d -> "/delete/" + d.number()).toList();
    writer.bin(writer.locked(changes, context, May.DELETE, false, places), context, true);
    batch.delete().forEach(d -> outcome.deleted().add(d.id()));
  }

  /** The same record twice in one batch: which of both would count? */
  private static void refuseTwice(List<UUID> ids) {
    if (ids.stream().distinct().count() < ids.size()) {
      throw RecordService.invalid("", "record.twice");
    }
  }
}
