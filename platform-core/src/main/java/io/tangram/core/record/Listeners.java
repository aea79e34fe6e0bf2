package io.tangram.core.record;

import io.quarkus.arc.All;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells the listeners of a write, and knows what they in turn made of the same record within the
 * transaction, so that the answer shows the record as it is at the end.
 */
@Singleton
class Listeners {
  /** Writes that lead to writes that lead to writes: further than this it is a loop. */
  static final int DEEPEST = 10;

  private static final Object KEY = Listeners.class.getName() + ".latest";

  private final List<RecordListener> listeners;
  private final TransactionSynchronizationRegistry transaction;

  Listeners(@All List<RecordListener> listeners, TransactionSynchronizationRegistry transaction) {
    this.listeners = listeners;
    this.transaction = transaction;
  }

  void tell(RecordChanged change, Pending record) {
    if (listeners.isEmpty()) {
      return;
    }
    if (change.origin().depth() > DEEPEST) {
      throw ProblemException.of(ErrorCode.STATE_CONFLICT);
    }
    latest().put(record.after.id, record.after);
    listeners.forEach(listener -> listener.changed(change));
  }

  /** The row as the last write of this transaction left it. */
  RowData latest(RowData row) {
    return latest().getOrDefault(row.id, row);
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, RowData> latest() {
    var known = (Map<UUID, RowData>) transaction.getResource(KEY);
    if (known == null) {
      known = new HashMap<>();
      transaction.putResource(KEY, known);
    }
    return known;
  }
}
