package io.tangram.core.job;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Does jobs when a test says so, without a worker's thread. */
public final class TestJobs {
  private final JobRunner runner;

  public TestJobs(DSLContext db, DataSource dataSource, Clock clock, JobHandler... handlers) {
    Transactions transactions =
        new Transactions() {
          @Override
          public <T> T run(Function<DSLContext, T> work) {
            return db.transactionResult(c -> work.apply(DSL.using(c)));
          }
        };
    runner = new JobRunner(List.of(handlers), new JobStore(clock), transactions, dataSource);
  }

  /** One batch of one job; false when nothing is due. */
  public boolean one() {
    return runner.runOne();
  }

  /** All that is due. */
  public void all() {
    while (runner.runOne()) {
      // each turn is one batch
    }
  }
}
