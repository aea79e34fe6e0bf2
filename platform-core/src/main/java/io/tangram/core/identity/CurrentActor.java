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
 * Who asks, within an HTTP request; the sign-in has been looked at before any resource runs.
 * Outside a request nobody does.
 */
@Singleton
public class CurrentActor {
  private static final String KEY = CurrentActor.class.getName();

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
    return find().orElseThrow(() -> ProblemException.of(ErrorCode.NOT_SIGNED_IN));
  }

  private Optional<Session> find() {
    return Optional.ofNullable(request.getCurrent()).map(context -> context.get(KEY));
  }

  static void put(RoutingContext context, Session session) {
    context.put(KEY, session);
  }
}
