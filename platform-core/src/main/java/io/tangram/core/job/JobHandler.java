package io.tangram.core.job;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;

/**
 * Does one kind of job. Whatever it does must be safe to do again from the last position: a node
 * may die between two batches and inside one.
 */
public interface JobHandler {
  String kind();

  /** Whether PostgreSQL refuses to do it inside a transaction; then {@link #alone} is called. */
  default boolean outsideTransaction() {
    return false;
  }

  /** One batch, inside the transaction that also keeps its progress. */
  default Progress batch(DSLContext db, Job job) {
    throw new UnsupportedOperationException(kind() + " has no batches");
  }

  /** All of it at once, on a connection that commits each statement. */
  default Progress alone(Connection connection, Job job) throws SQLException {
    throw new UnsupportedOperationException(kind() + " runs in a transaction");
  }
}
