package io.tangram.core.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The one server of all tests on this machine, not durable, in the temporary folder. Each JVM keeps
 * a guard connection to it; whoever leaves last stops it, and whoever was killed is not counted.
 * {@code TANGRAM_TEST_JDBC_URL} (with user and password in it) names another server instead.
 */
final class SharedServer {
  private static final String GUARD = "tangram-test-guard";
  private static final Map<String, String> NOT_DURABLE =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "checkpoint_timeout", "1h",
          "max_connections", "600");

  private static final SharedServer ONLY = new SharedServer();

  private final Path root =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "tangram-test-postgres-" + System.getProperty("user.name"));
  private final String url;
  private final Properties login;

  private SharedServer() {
    var given = Optional.ofNullable(System.getenv("TANGRAM_TEST_JDBC_URL"));
    if (given.isPresent()) {
      login = Driver.parseURL(given.get(), new Properties());
      url =
          "jdbc:postgresql://"
              + login.getProperty("PGHOST")
              + ":"
              + login.getProperty("PGPORT")
              + "/";
    } else {
      var address = join();
      login = new Properties();
      login.setProperty("user", address.user());
      login.setProperty("password", address.password());
      login.setProperty("PGDBNAME", PostgresAddress.HOME);
      url = address.jdbcUrl("");
    }
  }

  static SharedServer get() {
    return ONLY;
  }

  String url(String database) {
    return url + database;
  }

  String user() {
    return login.getProperty("user");
  }

  String password() {
    return login.getProperty("password");
  }

  Connection home() throws SQLException {
    return DriverManager.getConnection(url(login.getProperty("PGDBNAME")), user(), password());
  }

  private PostgresAddress join() {
    try (var lock = lock()) {
      var server = server();
      var fresh = server.alive().isEmpty();
      var address = started(server);
      var guard =
          DriverManager.getConnection(
              address.jdbcUrl(PostgresAddress.HOME) + "?ApplicationName=" + GUARD,
              address.user(),
              address.password());
      if (fresh) {
        dropWhatKilledTestsLeft(guard);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(server, guard)));
      return address;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private PostgresServer server() {
    return new PostgresServer(new PostgresFolder(root), PostgresBinaries.unpack(root), NOT_DURABLE);
  }

  // without fsync a crash of the machine may break the cluster, which holds nothing of worth
  private PostgresAddress started(PostgresServer server) {
    try {
      return server.ensureRunning();
    } catch (PostgresFailure broken) {
      try {
        Trees.delete(new PostgresFolder(root).cluster());
      } catch (IOException e) {
        broken.addSuppressed(e);
        throw broken;
      }
      return server().ensureRunning();
    }
  }

  private static void dropWhatKilledTestsLeft(Connection guard) throws SQLException {
    try (var statement = guard.createStatement();
        var drops =
            statement.executeQuery(
                "select format('drop database %I', datname) from pg_database"
                    + " where datname like 'test\\_%'")) {
      while (drops.next()) {
        try (var drop = guard.createStatement()) {
          drop.execute(drops.getString(1));
        }
      }
    }
  }

  private void leave(PostgresServer server, Connection guard) {
    try (var lock = lock();
        guard;
        var statement = guard.createStatement();
        var others =
            statement.executeQuery(
                "select 1 from pg_stat_activity where application_name = '"
                    + GUARD
                    + "' and pid <> pg_backend_pid()")) {
      if (!others.next()) {
        server.stop();
      }
    } catch (SQLException e) {
      // the next JVM takes over or cleans up; in a shutdown hook nobody else could be told
      System.err.println("test server not left in order: " + e.getMessage());
    }
  }

  private FolderLock lock() {
    var file = new PostgresFolder(root).lock();
    for (var lock = FolderLock.tryTake(file); ; lock = FolderLock.tryTake(file)) {
      if (lock.isPresent()) {
        return lock.get();
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new IOException(e));
      }
    }
  }
}
