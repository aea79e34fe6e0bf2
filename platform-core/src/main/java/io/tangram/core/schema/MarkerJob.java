package io.tangram.core.schema;

import io.tangram.core.job.Job;
import io.tangram.core.job.JobHandler;
import io.tangram.core.job.Progress;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

/** Drops the marks of rows once a field has changed its type and no node asks for them any more. */
@Singleton
final class MarkerJob implements JobHandler {
  static final String KIND = "drop-marks";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress batch(DSLContext db, Job job) {
    // rather later than in front of everybody who reads
    db.execute("set local lock_timeout = '500ms'");
    db.execute(job.settings().path("sql").asText());
    return Progress.finished(0);
  }
}
