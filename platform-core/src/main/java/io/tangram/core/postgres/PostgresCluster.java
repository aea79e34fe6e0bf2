package io.tangram.core.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of one database cluster: made once, complete or not at all, with a password of its own.
 * Never starts a server.
 */
final class PostgresCluster {
  static final String USER = "tangram";
  private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rw-------");
  private static final int PASSWORD_BYTES = 24;

  /** What differs from PostgreSQL's defaults; an operator's ALTER SYSTEM wins over it. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "200"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("work_mem", "8MB"),
          Map.entry("maintenance_work_mem", "128MB"),
          Map.entry("max_locks_per_transaction", "256"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("wal_compression", "on"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          // what people typed does not go into a log
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("logging_collector", "on"),
          Map.entry("log_filename", "postgresql-%a.log"),
          Map.entry("log_truncate_on_rotation", "on"),
          Map.entry("log_rotation_size", "0"));

  private final PostgresFolder folder;
  private final Path binaries;
  private final ServerUser user;

  PostgresCluster(PostgresFolder folder, Path binaries, ServerUser user) {
    this.folder = folder;
    this.binaries = binaries;
    this.user = user;
  }

  /** Makes the cluster if there is none. */
  void prepare() {
    try {
      if (!Files.isDirectory(folder.cluster())) {
        init();
      }
      refuseOtherVersion();
      user.own(folder.cluster());
    } catch (IOException e) {
      throw new PostgresFailure("Cannot prepare " + folder.cluster(), e);
    }
  }

  /** Writes our settings anew, which the server reads when it starts. */
  void configure(int port, Map<String, String> more) {
    var settings = new TreeMap<>(SETTINGS);
    settings.put("port", Integer.toString(port));
    settings.putAll(more);
    var text = new StringBuilder("# Written at each start. Use ALTER SYSTEM to differ.\n");
    settings.forEach((key, value) -> text.append(key + " = '" + value + "'\n"));
    try {
      Files.writeString(folder.settings(), text);
      user.own(folder.settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String password() {
    try {
      return Files.readString(folder.password(), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new PostgresFailure("The password of " + folder.cluster() + " is gone", e);
    }
  }

  private void init() throws IOException {
    Trees.delete(folder.unfinished());
    Files.createDirectories(folder.unfinished());
    var password = folder.root().resolve("password.unfinished");
    writePassword(password);
    user.own(password);
    user.own(folder.unfinished());
    var result = Command.of(user, initdb(password)).run();
    if (!result.succeeded()) {
      throw new PostgresFailure("initdb failed: " + result.output());
    }
    Files.writeString(
        folder.unfinished().resolve("postgresql.conf"),
        "\ninclude_if_exists = 'tangram.conf'\n",
        StandardOpenOption.APPEND);
    Files.move(password, folder.password(), StandardCopyOption.ATOMIC_MOVE);
    Files.move(folder.unfinished(), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private String[] initdb(Path password) {
    return new String[] {
      binaries.resolve("bin/initdb").toString(),
      "--pgdata=" + folder.unfinished(),
      "--username=" + USER,
      "--pwfile=" + password,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions"
    };
  }

  private static void writePassword(Path file) throws IOException {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(MINE));
    Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
  }

  private void refuseOtherVersion() throws IOException {
    var made = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
    var ours = Command.of(user, binaries.resolve("bin/postgres").toString(), "--version").run();
    if (!ours.output().contains(" " + made + ".")) {
      throw new PostgresFailure(
          folder.cluster() + " was made by PostgreSQL " + made + ", this is " + ours.output());
    }
  }
}
