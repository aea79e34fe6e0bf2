package io.tangram.core.metadata;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Keeps publishers of one app apart, and writers out while tables change. */
@Singleton
final class PublishLock {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final DSLContext db;
  private final String patience;

  /**
   * @param patience how long a publish waits for another one, and for the writes under way; DDL
   *     that waits makes all later writes wait behind itself, so it is short
   */
  PublishLock(
      DSLContext db,
      @ConfigProperty(name = "tangram.publish.patience", defaultValue = "4s") Duration patience) {
    this.db = db;
    this.patience = "set local lock_timeout = " + patience.toMillis();
  }

  void publisher(String app) {
    db.execute(patience);
    answering(ErrorCode.PUBLISH_RUNNING, () -> db.fetch(AppLock.EXCLUSIVE, AppLock.publisher(app)));
  }

  /** Until the transaction ends no record of the app is written, and none is being written. */
  void writers(String app) {
    db.execute(patience);
    answering(ErrorCode.UNAVAILABLE, () -> db.fetch(AppLock.EXCLUSIVE, AppLock.key(app)));
  }

  /** Does something that may wait too long for a lock, and answers that with a clear refusal. */
  void answering(ErrorCode code, Runnable locked) {
    try {
      locked.run();
    } catch (DataAccessException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.sqlState())) {
        throw ProblemException.of(code);
      }
      throw e;
    }
  }
}
