package io.tangram.core.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL as they come in a jar, unpacked once per version beside the data. A
 * folder that is there is whole, since it gets its name last.
 */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** The folder that has {@code bin}, {@code lib} and {@code share}. */
  static Path unpack(Path root) {
    var machine = machine();
    var home = root.resolve("postgresql-" + version() + "-" + machine);
    if (Files.isDirectory(home)) {
      return home;
    }
    var archive = "/postgres-linux-" + machine + ".txz";
    try (var packed = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw unsupported();
      }
      var unfinished =
          Files.createTempDirectory(Files.createDirectories(root), home.getFileName() + "-");
      readableByAll(unfinished);
      unpack(packed, unfinished);
      return Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new PostgresFailure("Cannot unpack PostgreSQL into " + home, e);
    }
  }

  private static String machine() {
    if (!"linux".equals(System.getProperty("os.name").toLowerCase(Locale.ROOT))) {
      throw unsupported();
    }
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> throw unsupported();
    };
  }

  private static PostgresFailure unsupported() {
    return new PostgresFailure(
        "No PostgreSQL comes along for this machine (Linux on amd64 or arm64 only)."
            + " Set QUARKUS_DATASOURCE_JDBC_URL to a server of your own.");
  }

  private static String version() {
    try (var in = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new PostgresFailure("Cannot read binaries.properties", e);
    }
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, folder);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("outside of the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      readableByAll(Files.createDirectories(target));
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(target, permissions((entry.getMode() & 0111) != 0));
    }
  }

  // nobody must be able to run it where root may not
  private static void readableByAll(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, permissions(true));
  }

  private static Set<PosixFilePermission> permissions(boolean executable) {
    var permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if (executable) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return permissions;
  }
}
