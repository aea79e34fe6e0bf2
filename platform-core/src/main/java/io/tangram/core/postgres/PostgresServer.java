package io.tangram.core.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.postgresql.Driver;

/**
 * A PostgreSQL process over one folder: started, or taken over when one is alive from before. Does
 * not guard against a second JVM; its user does.
 */
final class PostgresServer {
  private static final Logger LOG = Logger.getLogger(PostgresServer.class);
  private static final int ATTEMPTS = 60;
  private static final long PAUSE_MILLIS = 500;

  /** How often a start may fail for whatever reason, such as a port taken in that moment. */
  private static final int PATIENCE = 3;

  private final PostgresFolder folder;
  private final Map<String, String> settings;
  private final ServerUser user;
  private final Path binaries;
  private final PostgresCluster cluster;
  private int refusals;

  /**
   * @param settings on top of ours, as in postgresql.conf
   */
  PostgresServer(PostgresFolder folder, Path binaries, Map<String, String> settings) {
    this.folder = folder;
    this.binaries = binaries;
    this.settings = Map.copyOf(settings);
    this.user = ServerUser.choose();
    this.cluster = new PostgresCluster(folder, binaries, user);
  }

  /** Returns when the server answers. */
  PostgresAddress ensureRunning() {
    cluster.prepare();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var address = alive().or(this::start);
      if (address.filter(PostgresServer::answers).isPresent()) {
        return address.get();
      }
      pause();
    }
    throw failure();
  }

  /** Lets running statements fail, writes a checkpoint, ends. Nothing happens when none runs. */
  void stop() {
    if (alive().isEmpty()) {
      return;
    }
    var result = pgCtl("stop", "-m", "fast", "-t", "60");
    if (!result.succeeded() && alive().isPresent()) {
      LOG.warnf("PostgreSQL in %s does not stop: %s", folder.cluster(), result.output());
    }
  }

  Optional<PostgresAddress> alive() {
    return PostmasterPid.read(folder.postmasterPid())
        .filter(PostmasterPid::alive)
        .map(PostmasterPid::port)
        .map(this::address);
  }

  private Optional<PostgresAddress> start() {
    var port = freePort();
    try {
      // its number may be a stranger's by now, whom PostgreSQL would take for itself
      Files.deleteIfExists(folder.postmasterPid());
      Files.writeString(folder.port(), Integer.toString(port));
      Files.deleteIfExists(folder.startLog());
      Files.createFile(folder.startLog());
      user.own(folder.startLog());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cluster.configure(port, settings);
    if (pgCtl("start", "-l", folder.startLog().toString(), "-t", "120").succeeded()) {
      return Optional.of(address(port));
    }
    if (++refusals == PATIENCE && !memoryHeld()) {
      throw failure();
    }
    return Optional.empty();
  }

  // the backends of a killed server end with their statements, and their memory with them
  private boolean memoryHeld() {
    return startLog().contains("shared memory block");
  }

  private PostgresFailure failure() {
    return new PostgresFailure(
        "PostgreSQL does not start in %s (more in its folder log): %s"
            .formatted(folder.cluster(), startLog()));
  }

  private PostgresAddress address(int port) {
    return new PostgresAddress(port, PostgresCluster.USER, cluster.password());
  }

  private static boolean answers(PostgresAddress address) {
    var login = new Properties();
    login.setProperty("user", address.user());
    login.setProperty("password", address.password());
    login.setProperty("loginTimeout", "10");
    // not through DriverManager, which looks for drivers in the wrong class loader
    try (var connection = new Driver().connect(address.jdbcUrl(PostgresAddress.HOME), login)) {
      return connection.isValid(5);
    } catch (SQLException e) {
      LOG.debugf("PostgreSQL does not answer yet: %s", e.getMessage());
      return false;
    }
  }

  private int freePort() {
    return Optional.of(folder.port())
        .filter(Files::exists)
        .map(PostgresServer::readPort)
        .filter(PostgresServer::free)
        .orElseGet(() -> probe(0));
  }

  private static int readPort(Path file) {
    try {
      return Integer.parseInt(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      return -1;
    }
  }

  private static boolean free(int port) {
    return port > 0 && probe(port) == port;
  }

  /** The port that could be bound: the one asked for, any for 0; -1 when it is taken. */
  private static int probe(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      return -1;
    }
  }

  private Command.Result pgCtl(String... words) {
    var all = new String[words.length + 4];
    all[0] = binaries.resolve("bin/pg_ctl").toString();
    all[1] = "--pgdata=" + folder.cluster();
    all[2] = "--silent";
    all[3] = "-w";
    System.arraycopy(words, 0, all, 4, words.length);
    return Command.of(user, all).run();
  }

  private String startLog() {
    try {
      return Files.readString(folder.startLog());
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresFailure("Interrupted while PostgreSQL starts", e);
    }
  }
}
