package io.tangram.core.record;

/**
 * Told of every write inside its transaction, after the SQL and before history. May refuse by a
 * {@code ProblemException}, which undoes the write; may start a process; may write again through
 * {@code RecordService}.
 */
public interface RecordListener {
  void changed(RecordChanged change);
}
