package io.tangram.core.record;

import io.tangram.core.metadata.AppLock;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The first thing a write does: it waits for a publish that is under way, holds off the next one,
 * and makes sure that it was compiled for the version that is current now.
 */
@Singleton
class AppGate {
  // two statements in one round trip: the second sees what was committed while the first waited
  private static final String ENTER =
      AppLock.SHARED + "; select version from app where key = ? and deleted_at is null";

  private final DataSource dataSource;

  AppGate(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The write was compiled for a version that is no longer the current one. */
  static final class VersionMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void enter(AppVersion version) {
    if (current(version.app()) != version.number()) {
      throw new VersionMoved();
    }
  }

  private long current(String app) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(ENTER)) {
      statement.setLong(1, AppLock.key(app));
      statement.setString(2, app);
      statement.execute();
      statement.getMoreResults();
      try (var result = statement.getResultSet()) {
        if (!result.next()) {
          throw ProblemException.of(ErrorCode.NOT_FOUND);
        }
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }
}
