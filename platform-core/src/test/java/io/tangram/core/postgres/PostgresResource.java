package io.tangram.core.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} a fresh database, which goes with the application. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private TestDatabase database;

  @Override
  public Map<String, String> start() {
    database = TestDatabase.create();
    return Map.of(
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  @Override
  public void stop() {
    database.close();
  }
}
