package io.tangram.core.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Asks for jobs and lists them. A job is asked for inside the transaction that needs it. */
@Singleton
public final class Jobs {
  private static final int MOST = 100;
  private final DSLContext db;
  private final JobStore store;

  @Inject
  public Jobs(DSLContext db, Clock clock) {
    this.db = db;
    this.store = new JobStore(clock);
  }

  /**
   * @param total rows it will touch, as far as is known
   * @param delay how long it must wait at least
   */
  public void ask(
      String app,
      String kind,
      String table,
      String element,
      long total,
      ObjectNode settings,
      Duration delay) {
    store.insert(
        db,
        new Job(
            Ids.next(),
            app,
            kind,
            table,
            element,
            "waiting",
            0,
            total,
            Optional.empty(),
            settings,
            JsonNodeFactory.instance.objectNode()),
        delay);
  }

  /** The newest hundred of an app, newest first. */
  public List<Job> of(String app) {
    return store.of(db, app, MOST);
  }

  /** Those not finished yet, in the order in which they will be done. */
  public List<Job> open(String app) {
    return store.open(db, app);
  }
}
