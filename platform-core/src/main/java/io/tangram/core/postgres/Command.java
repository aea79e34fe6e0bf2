package io.tangram.core.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One short call of an outside program, with its words kept for the operator. */
record Command(List<String> words) {
  private static final long PATIENCE_SECONDS = 180;

  /** How it ended; {@code output} holds both streams. */
  record Result(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  static Command of(ServerUser user, String... words) {
    var all = new ArrayList<>(user.prefix());
    all.addAll(List.of(words));
    return new Command(List.copyOf(all));
  }

  /** Never throws for a program that is missing or fails: the exit says so. */
  Result run() {
    try {
      var process = builder().start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Result(-1, output + "\n" + words + " does not end");
      }
      return new Result(process.exitValue(), output.strip());
    } catch (IOException e) {
      return new Result(-1, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresFailure("Interrupted in " + words, e);
    }
  }

  private ProcessBuilder builder() {
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    var environment = builder.environment();
    // PGDATA, PGPORT and the like belong to some other server
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder;
  }
}
