package io.tangram.core.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;

/**
 * Does one batch of one job when asked. The lock on the job's row keeps other nodes away, and goes
 * with the connection if this node dies.
 */
public final class JobRunner {
  private static final Logger LOG = Logger.getLogger(JobRunner.class);
  private static final int MOST_ATTEMPTS = 12;

  private final Map<String, JobHandler> handlers;
  private final JobStore store;
  private final Transactions transactions;
  private final DataSource dataSource;

  JobRunner(
      List<JobHandler> handlers, JobStore store, Transactions transactions, DataSource dataSource) {
    this.handlers =
        handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    this.store = store;
    this.transactions = transactions;
    this.dataSource = dataSource;
  }

  /** Whether there was something to do. */
  boolean runOne() {
    var attempt = new Attempt();
    try {
      transactions.run(attempt::begin);
    } catch (RuntimeException e) {
      if (attempt.job == null) {
        throw e;
      }
      fail(attempt.job, e);
      return true;
    }
    return attempt.job != null && (!attempt.alone || alone(attempt.job));
  }

  /** Remembers what it took, for whoever has to clear up behind a failure. */
  private final class Attempt {
    private Job job;
    private boolean alone;

    private Attempt begin(DSLContext db) {
      store
          .take(db)
          .ifPresent(
              taken -> {
                job = taken;
                alone = handler(taken).outsideTransaction();
                if (!alone) {
                  store.progress(db, taken, handler(taken).batch(db, taken));
                }
              });
      return this;
    }
  }

  private JobHandler handler(Job job) {
    return Optional.ofNullable(handlers.get(job.kind()))
        .orElseThrow(() -> new IllegalStateException("nobody does jobs of kind " + job.kind()));
  }

  /** A lock of the session stands for the row's lock, which would end with its transaction. */
  private boolean alone(Job job) {
    try (var connection = dataSource.getConnection()) {
      if (!locked(connection, "select pg_try_advisory_lock(?)", job)) {
        return false;
      }
      try {
        var progress = handler(job).alone(connection, job);
        transactions.run(
            db -> {
              store.progress(db, job, progress);
              return job;
            });
      } finally {
        locked(connection, "select pg_advisory_unlock(?)", job);
      }
    } catch (SQLException | RuntimeException e) {
      fail(job, e);
    }
    return true;
  }

  private static boolean locked(Connection connection, String sql, Job job) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, job.id().getLeastSignificantBits());
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private void fail(Job job, Exception reason) {
    LOG.warnf(
        reason instanceof JobFailure ? null : reason,
        "job failed app=%s table=%s element=%s kind=%s",
        job.app(),
        job.table(),
        job.element(),
        job.kind());
    transactions.run(
        db -> {
          if (reason instanceof JobFailure failure) {
            store.failed(db, job, failure);
          } else {
            store.postponed(db, job, MOST_ATTEMPTS);
          }
          return job;
        });
  }
}
