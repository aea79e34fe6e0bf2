package io.tangram.core.record;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tangram.core.access.Actor;
import io.tangram.core.access.May;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import io.tangram.core.record.RecordChanged.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The only write path there is: whoever writes a record (form, grid, import, program) comes through
 * here. Each method is one transaction; it is run once more when the app was published in between
 * or PostgreSQL asks for it.
 */
@ApplicationScoped
public class RecordService {
  private static final int MOST_ATTEMPTS = 4;

  private final MetadataCatalog catalog;
  private final TableShapes shapes;
  private final RecordWriter writer;
  private final Creations creations;
  private final Moves moves;
  private final BatchWriter batches;
  private final Listeners listeners;
  private final AppGate gate;
  private final TransactionSynchronizationRegistry transactions;

  RecordService(
      MetadataCatalog catalog,
      TableShapes shapes,
      RecordWriter writer,
      Creations creations,
      Moves moves,
      BatchWriter batches,
      Listeners listeners,
      AppGate gate,
      TransactionSynchronizationRegistry transactions) {
    this.catalog = catalog;
    this.shapes = shapes;
    this.writer = writer;
    this.creations = creations;
    this.moves = moves;
    this.batches = batches;
    this.listeners = listeners;
    this.gate = gate;
    this.transactions = transactions;
  }

  /**
   * What was written.
   *
   * @param created false: the same record had been created before, by the same body
   */
  public record Written(AppVersion version, Row row, boolean created, RowHandle handle) {}

  /** The written row in the shape the answer is made from; opaque to other packages. */
  public static final class RowHandle {
    final RowData data;

    RowHandle(RowData data) {
      this.data = data;
    }
  }

  /**
   * Creates a record.
   *
   * @throws ProblemException {@code VALUES_INVALID}, {@code NOT_ALLOWED}, {@code NOT_FOUND}, {@code
   *     RECORD_EXISTS} when the id is taken by another record
   */
  public Written create(
      String app, String table, RecordDraft draft, Intent intent, Actor actor, Origin origin) {
    return attempt(
        app,
        version -> {
          var context = writer.context(shapes.table(version, table), actor, origin, intent);
          return creations.one(draft, context);
        });
  }

  /**
   * Changes fields of a record; an older version is merged field by field.
   *
   * @throws ProblemException {@code RECORD_NOT_FOUND}, {@code NOT_ALLOWED}, {@code VALUES_INVALID},
   *     {@code RECORD_CHANGED} with both values of fields that somebody else changed too
   */
  public Written update(
      String app, String table, RecordChange change, Intent intent, Actor actor, Origin origin) {
    return attempt(
        app,
        version -> {
          var context = writer.context(shapes.table(version, table), actor, origin, intent);
          var wanted = List.of(change);
          var records = writer.locked(wanted, context, May.UPDATE, false, List.of(""));
          writer.update(
              records, wanted, context, intent == Intent.SUBMIT ? Kind.SUBMITTED : Kind.UPDATED);
          return written(records.get(0), false);
        });
  }

  /** Puts a record into the bin. */
  public void delete(String app, String table, UUID id, Actor actor, Origin origin) {
    attempt(app, version -> bin(version, table, id, actor, origin, true));
  }

  /** Takes a record out of the bin. */
  public Written restore(String app, String table, UUID id, Actor actor, Origin origin) {
    return attempt(app, version -> bin(version, table, id, actor, origin, false));
  }

  private Written bin(
      AppVersion version, String table, UUID id, Actor actor, Origin origin, boolean into) {
    var context = writer.context(shapes.table(version, table), actor, origin, Intent.WRITE);
    var wanted = List.of(new RecordChange(id, 1, Incoming.empty()));
    var records = writer.locked(wanted, context, May.DELETE, !into, List.of(""));
    writer.bin(records, context, into);
    return written(records.get(0), false);
  }

  /**
   * Takes a record from one state to another, changing values on the way.
   *
   * @throws ProblemException {@code STATE_CONFLICT} when the record is in no state the move starts
   *     from, {@code NOT_ALLOWED} for whoever may not make it, {@code NOT_FOUND} for an unknown
   *     move
   */
  public Written move(
      String app, String table, String move, RecordChange change, Actor actor, Origin origin) {
    return attempt(
        app,
        version -> {
          var context = writer.context(shapes.table(version, table), actor, origin, Intent.WRITE);
          return written(moves.make(move, change, context), false);
        });
  }

  /** Writes many records at once; see {@link Batch}. */
  BatchWriter.Outcome batch(String app, String table, Batch batch, Actor actor, Origin origin) {
    return batches.write(
        batch,
        work -> attempt(app, work),
        version -> writer.context(shapes.table(version, table), actor, origin, Intent.WRITE));
  }

  Written written(Pending record, boolean created) {
    return written(listeners.latest(record.after), created);
  }

  static Written written(RowData row, boolean created) {
    return new Written(row.shape.version, row.toRow(), created, new RowHandle(row));
  }

  /** Runs the work in a transaction under the app's lock, again if it must. */
  public <T> T attempt(String app, Function<AppVersion, T> work) {
    for (var attempt = 1; ; attempt++) {
      var version = catalog.current(app);
      // only who began the transaction can run it once more
      var joined = transactions.getTransactionKey() != null;
      try {
        return QuarkusTransaction.joiningExisting()
            .call(
                () -> {
                  gate.enter(version);
                  return work.apply(version);
                });
      } catch (AppGate.VersionMoved moved) {
        if (attempt >= MOST_ATTEMPTS || joined) {
          throw ProblemException.of(ErrorCode.UNAVAILABLE);
        }
        catalog.refresh(app);
      } catch (SqlFaults.Failure failure) {
        if (attempt >= MOST_ATTEMPTS || joined || !failure.passing()) {
          throw failure;
        }
      }
    }
  }

  static ProblemException invalid(String pointer, String code) {
    return ProblemException.of(ErrorCode.VALUES_INVALID, List.of(Violation.at(pointer, code)));
  }
}
