package io.tangram.core.metadata;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Keeps publishers of one app apart, and writers out while tables change. */
@Singleton
final class PublishLock {
  // a second publisher waits this long for the first one before it is told so
  private static final String SHORT = "set local lock_timeout = '3s'";

  // DDL queues behind the writes under way and makes all later ones queue behind itself
  private static final String DDL = "set local lock_timeout = '5s'";

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final DSLContext db;

  PublishLock(DSLContext db) {
    this.db = db;
  }

  void publisher(String app) {
    db.execute(SHORT);
    answering(ErrorCode.PUBLISH_RUNNING, () -> db.fetch(AppLock.EXCLUSIVE, AppLock.publisher(app)));
  }

  /** Until the transaction ends no record of the app is written, and none is being written. */
  void writers(String app) {
    db.execute(DDL);
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
