package io.tangram.core.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a fresh database, which goes with the application, with the demo's
 * people in it.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
  /** Password of {@code admin} and of all the demo's people. */
  public static final String PASSWORD = "qiqiaoban-2026";

  private TestDatabase database;

  @Override
  public Map<String, String> start() {
    database = TestDatabase.create();
    return Map.of(
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password(),
        "tangram.admin.password", PASSWORD,
        "tangram.demo", "true");
  }

  @Override
  public void stop() {
    database.close();
  }
}
