package io.tangram.core.job;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;

/**
 * The one thread of each node that does jobs, a batch at a time, so that they never take more than
 * one connection and one core from those who work. It looks every second, since a job is nothing
 * that anybody waits for.
 */
@Singleton
public final class JobWorker {
  private static final Logger LOG = Logger.getLogger(JobWorker.class);
  private static final long IDLE_MILLIS = 1000;

  private final JobRunner runner;
  private volatile boolean stopped;
  private Thread thread;

  @Inject
  JobWorker(@All List<JobHandler> handlers, DSLContext db, DataSource dataSource, Clock clock) {
    Transactions transactions =
        new Transactions() {
          @Override
          public <T> T run(Function<DSLContext, T> work) {
            return QuarkusTransaction.requiringNew().call(() -> work.apply(db));
          }
        };
    runner = new JobRunner(handlers, new JobStore(clock), transactions, dataSource);
  }

  void start(@Observes StartupEvent started) {
    thread = new Thread(this::work, "tangram-jobs");
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
      thread.join(5000);
    }
  }

  private void work() {
    while (!stopped) {
      try {
        if (!runner.runOne()) {
          Thread.sleep(IDLE_MILLIS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("jobs wait for the database", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(IDLE_MILLIS * 5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }
}
