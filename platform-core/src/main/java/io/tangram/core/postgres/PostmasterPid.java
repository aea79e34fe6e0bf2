package io.tangram.core.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server wrote about itself into {@code postmaster.pid}. The file may be left over from a
 * server that was killed, and its number may belong to another process by now.
 */
record PostmasterPid(long pid, int port) {
  private static final int PORT_LINE = 3;

  static Optional<PostmasterPid> read(Path file) {
    try {
      var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      return lines.size() <= PORT_LINE
          ? Optional.empty()
          : Optional.of(
              new PostmasterPid(
                  Long.parseLong(lines.get(0).strip()),
                  Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // not there, or half written by a server that died in that moment
    }
  }

  /** Whether that process still runs and is a PostgreSQL. */
  boolean alive() {
    return ProcessHandle.of(pid)
        .filter(process -> !zombie())
        .map(process -> process.info().command().map(c -> c.endsWith("postgres")).orElse(true))
        .orElse(false);
  }

  // where the machine's first process does not bury its dead, a killed server seems to live on
  private boolean zombie() {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }
}
