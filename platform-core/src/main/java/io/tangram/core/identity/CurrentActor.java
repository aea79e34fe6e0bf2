package io.tangram.core.identity;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tangram.core.access.Actor;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Who asks, within an HTTP request; {@link SignInFilter} has found it out before any resource runs.
 * Outside a request nobody does.
 */
@Singleton
public class CurrentActor {
  private static final String SESSION = "tangram.session";
  private static final String REFUSED = "tangram.refused";

  private final CurrentVertxRequest request;

  @Inject
  CurrentActor(CurrentVertxRequest request) {
    this.request = request;
  }

  /**
   * The one who asks.
   *
   * @throws ProblemException {@code NOT_SIGNED_IN} when nobody is signed in
   */
  public Actor get() {
    return session().actor();
  }

  Session session() {
    Optional.ofNullable(request.getCurrent())
        .map(c -> (ErrorCode) c.get(REFUSED))
        .ifPresent(
            code -> {
              throw ProblemException.of(code);
            });
    return find().orElseThrow(() -> ProblemException.of(ErrorCode.NOT_SIGNED_IN));
  }

  Optional<Session> find() {
    return Optional.ofNullable(request.getCurrent()).map(context -> context.get(SESSION));
  }

  static void put(RoutingContext context, Session session) {
    context.put(SESSION, session);
  }

  /** Remembers why nobody is signed in, for whoever asks. */
  static void refuse(RoutingContext context, ErrorCode code) {
    context.put(REFUSED, code);
  }
}
