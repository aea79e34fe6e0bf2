package io.tangram.ui;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.tangram.core.postgres.EmbeddedPostgres;
import io.tangram.core.postgres.PostgresFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Starts the product: first the PostgreSQL that comes along, unless the configuration names one,
 * then the application over it. Stops them the other way round.
 */
@QuarkusMain
public final class Tangram {
  private static final Logger LOG = Logger.getLogger(Tangram.class);
  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String USER = "quarkus.datasource.username";
  private static final String PASSWORD = "quarkus.datasource.password";
  private static final long STOP_SECONDS = 30;

  private Tangram() {}

  public static void main(String... arguments) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    if (setting(URL).isPresent()) {
      Quarkus.run(arguments);
      return;
    }
    try {
      runWithPostgres(arguments);
    } catch (PostgresFailure failure) {
      LOG.error(failure.getMessage());
      System.exit(1);
    }
  }

  private static void runWithPostgres(String... arguments) {
    var data = Path.of(setting("tangram.data").orElse("data"));
    var postgres = EmbeddedPostgres.start(data.resolve("postgres"));
    var address = postgres.address();
    System.setProperty(URL, address.jdbcUrl("postgres"));
    System.setProperty(USER, address.user());
    System.setProperty(PASSWORD, address.password());
    var applicationEnded = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfter(applicationEnded, postgres)));
    Quarkus.run(
        null,
        (exit, fault) -> {
          applicationEnded.countDown();
          System.exit(exit);
        },
        arguments);
  }

  // Hooks run side by side: the server must not go while requests are still being answered.
  private static void stopAfter(CountDownLatch applicationEnded, EmbeddedPostgres postgres) {
    try {
      if (!applicationEnded.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The application does not end; PostgreSQL is stopped under it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    postgres.close();
  }

  private static Optional<String> setting(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class);
  }
}
