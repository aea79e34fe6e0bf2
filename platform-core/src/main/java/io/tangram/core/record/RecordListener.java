package io.tangram.core.record;

/**
 * Told of every write inside its transaction, after the SQL and its line of history. May refuse by
 * a {@code ProblemException}, which undoes the write; may start a process; may write again through
 * {@link SystemRecords}, whose history then follows the write's own.
 */
public interface RecordListener {
  void changed(RecordChanged change);
}
