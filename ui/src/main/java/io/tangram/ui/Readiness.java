package io.tangram.ui;

import io.quarkus.runtime.StartupEvent;
import io.tangram.core.identity.FirstStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * Says when people may come: after everything that the modules do at the start, the first
 * administrator included. Whether the database answers is checked beside it, by the pool.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger("tangram");

  private final int port;
  private final FirstStart first;
  private volatile boolean started;

  Readiness(@ConfigProperty(name = "quarkus.http.port") int port, FirstStart first) {
    this.port = port;
    this.first = first;
  }

  void started(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
    started = true;
    LOG.infof("Tangram 七巧板: http://localhost:%s", Integer.toString(port));
    var signIn = first.signIn();
    signIn
        .madePassword()
        .ifPresent(
            password ->
                LOG.infof(
                    "First sign-in, shown only this once / 首次登录，仅显示这一次: %s / %s",
                    signIn.username(), password));
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("sign-in").status(started).build();
  }
}
