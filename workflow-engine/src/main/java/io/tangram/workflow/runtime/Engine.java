package io.tangram.workflow.runtime;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tangram.core.metadata.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.async.AsyncTaskExecutorConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;

/**
 * Builds Flowable on the platform's pool and transactions, and ends it. It keeps no history: tasks
 * and timelines are our own tables.
 */
@ApplicationScoped
public class Engine {
  /** Held while the engine makes or upgrades its tables, so that two nodes do not do it at once. */
  private static final long SCHEMA_LOCK = 0x7a_6e_67_72_61_6d_66_31L;

  /** A node that dies holding timers gives them back after this time. */
  private static final Duration TIMER_LOCK = Duration.ofSeconds(20);

  private static final Duration LOOK_FOR_LOST = Duration.ofSeconds(5);

  /** How late a timer may ring. */
  private static final Duration LOOK_FOR_TIMERS = Duration.ofSeconds(1);

  private static final int TIMER_THREADS = 4;

  private final DataSource pool;
  private final TransactionManager transactions;
  private final NodeBehaviors behaviors;
  private final Moments moments;
  private ProcessEngine engine;

  @Inject
  Engine(
      DataSource pool, TransactionManager transactions, NodeBehaviors behaviors, Moments moments) {
    this.pool = pool;
    this.transactions = transactions;
    this.behaviors = behaviors;
    this.moments = moments;
  }

  void start(@Observes StartupEvent started) throws SQLException {
    try (var connection = pool.getConnection();
        var lock = connection.prepareStatement("select pg_advisory_lock(?)");
        var unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
      lock.setLong(1, SCHEMA_LOCK);
      lock.execute();
      try {
        engine = configuration().buildProcessEngine();
      } finally {
        unlock.setLong(1, SCHEMA_LOCK);
        unlock.execute();
      }
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (engine != null) {
      engine.close();
    }
  }

  RuntimeService runtime() {
    return engine.getRuntimeService();
  }

  RepositoryService repository() {
    return engine.getRepositoryService();
  }

  private EngineConfiguration configuration() {
    var configuration = new EngineConfiguration();
    configuration.setTransactionManager(transactions);
    configuration.setTransactionsExternallyManaged(true);
    configuration.setDataSource(pool);
    configuration.setDatabaseType("postgres");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    configuration.setHistoryLevel(HistoryLevel.NONE);
    configuration.setEnableEventDispatcher(false);
    configuration.setIdGenerator(() -> Ids.next().toString());
    configuration.setActivityBehaviorFactory(behaviors);
    configuration.setBeans(Map.of("reached", behaviors, "moments", moments));
    timers(configuration);
    return configuration;
  }

  private static void timers(EngineConfiguration configuration) {
    var threads = new AsyncTaskExecutorConfiguration();
    threads.setCorePoolSize(TIMER_THREADS);
    threads.setMaxPoolSize(TIMER_THREADS);
    threads.setThreadPoolNamingPattern("process-timer-%d");
    configuration.setAsyncExecutorActivate(true);
    configuration.setAsyncExecutorTaskExecutorConfiguration(threads);
    var jobs = configuration.getAsyncExecutorConfiguration();
    jobs.setDefaultTimerJobAcquireWaitTime(LOOK_FOR_TIMERS);
    jobs.setDefaultAsyncJobAcquireWaitTime(LOOK_FOR_TIMERS);
    jobs.setTimerLockTime(TIMER_LOCK);
    jobs.setAsyncJobLockTime(TIMER_LOCK);
    jobs.setResetExpiredJobsInterval(LOOK_FOR_LOST);
  }
}
