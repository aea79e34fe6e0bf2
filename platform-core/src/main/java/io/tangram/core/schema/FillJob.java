package io.tangram.core.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tangram.core.job.Job;
import io.tangram.core.job.JobHandler;
import io.tangram.core.job.Jobs;
import io.tangram.core.job.Progress;
import io.tangram.core.metadata.MetadataCatalog;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * Fills the columns of a field that changed its type, some rows at a time. Readers see the old
 * value converted until a row is filled, writers mark the rows they write, so nobody waits for it.
 */
@Singleton
final class FillJob implements JobHandler {
  static final String KIND = "change-type";

  private static final int ROWS = 2000;
  private static final String FIRST = "00000000-0000-0000-0000-000000000000";

  /** Long enough for every node to have forgotten the version that reads the marks. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final SchemaStore store;
  private final Jobs jobs;
  private final Consumer<String> filled;

  @Inject
  FillJob(SchemaStore store, Jobs jobs, Instance<MetadataCatalog> catalog) {
    this(store, jobs, app -> catalog.get().changing(app));
  }

  /**
   * @param filled told of the app whose field is ready, inside the transaction that makes it so
   */
  FillJob(SchemaStore store, Jobs jobs, Consumer<String> filled) {
    this.store = store;
    this.jobs = jobs;
    this.filled = filled;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress batch(DSLContext db, Job job) {
    var row =
        db.resultQuery(job.settings().path("sql").asText(), job.position().orElse(FIRST), ROWS)
            .fetchOne();
    long rows = row.get("rows", Long.class);
    if (rows == ROWS) {
      return Progress.at(rows, row.get("last", String.class));
    }
    finish(db, job);
    return Progress.finished(rows);
  }

  private void finish(DSLContext db, Job job) {
    var marker = job.settings().path("marker").asText();
    store.ready(db, job.app(), job.settings().path("table").asText(), marker);
    var settings =
        JsonNodeFactory.instance
            .objectNode()
            .put(
                "sql",
                "alter table "
                    + job.settings().path("home").asText()
                    + " drop column if exists "
                    + Names.quoted(marker));
    jobs.ask(job.app(), MarkerJob.KIND, job.table(), job.element(), 0, settings, GRACE);
    filled.accept(job.app());
  }
}
