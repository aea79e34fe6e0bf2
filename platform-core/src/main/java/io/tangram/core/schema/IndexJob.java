package io.tangram.core.schema;

import io.tangram.core.job.Job;
import io.tangram.core.job.JobFailure;
import io.tangram.core.job.JobHandler;
import io.tangram.core.job.Progress;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Builds an index while people go on writing; a broken one of an earlier try goes first. */
@Singleton
final class IndexJob implements JobHandler {
  static final String KIND = "create-index";

  private static final String UNIQUE_VIOLATION = "23505";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean outsideTransaction() {
    return true;
  }

  @Override
  public Progress alone(Connection connection, Job job) throws SQLException {
    var drop =
        "drop index concurrently if exists "
            + Names.quoted(job.settings().path("schema").asText())
            + "."
            + Names.quoted(job.settings().path("index").asText());
    try (var statement = connection.createStatement()) {
      statement.execute(drop);
      try {
        statement.execute(job.settings().path("sql").asText());
      } catch (SQLException e) {
        statement.execute(drop);
        if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
          throw new JobFailure("values-not-unique", Map.of());
        }
        throw e;
      }
    }
    return Progress.finished(0);
  }
}
