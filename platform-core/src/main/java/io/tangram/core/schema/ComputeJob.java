package io.tangram.core.schema;

import io.tangram.core.job.Job;
import io.tangram.core.job.JobHandler;
import io.tangram.core.job.Progress;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jooq.DSLContext;

/** Computes kept formulas over many rows, some at a time, while people go on writing. */
@Singleton
final class ComputeJob implements JobHandler {
  static final String KIND = "compute-field";
  static final int ROWS = 500;

  private final Instance<StoredValues> values;

  @Inject
  ComputeJob(Instance<StoredValues> values) {
    this.values = values;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress batch(DSLContext db, Job job) {
    return values
        .get()
        .computeCurrent(
            job.app(),
            job.table(),
            job.position().filter(p -> !p.isEmpty()).map(UUID::fromString),
            ROWS)
        .map(last -> Progress.at(ROWS, last.toString()))
        .orElseGet(() -> Progress.finished(0));
  }
}
