package io.tangram.core.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A database of its own on the tests' server, with a small pool; gone when closed. */
public final class TestDatabase implements AutoCloseable {
  private final String name;
  private final AgroalDataSource dataSource;

  private TestDatabase(String name) throws SQLException {
    this.name = name;
    this.dataSource = pool();
  }

  /** An empty one. */
  public static TestDatabase create() {
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try {
      execute("create database " + name);
      return new TestDatabase(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Brings the platform's tables in, as the product does when it starts. */
  public TestDatabase migrated(String... locations) {
    Flyway.configure().dataSource(dataSource).locations(locations).load().migrate();
    return this;
  }

  public AgroalDataSource dataSource() {
    return dataSource;
  }

  public String jdbcUrl() {
    return SharedServer.get().url(name);
  }

  public String user() {
    return SharedServer.get().user();
  }

  public String password() {
    return SharedServer.get().password();
  }

  @Override
  public void close() {
    dataSource.close();
    try {
      execute("drop database " + name + " with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private AgroalDataSource pool() throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(20)
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(jdbcUrl())
                                    .principal(new NamePrincipal(user()))
                                    .credential(new SimplePassword(password())))));
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = SharedServer.get().home();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
