package io.tangram.core.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tangram.core.problem.ErrorCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finds out who asks before anything else looks at the request. It refuses nobody: what may not be
 * done without a sign-in is {@link SignInGate}'s business.
 */
@Singleton
class SignInFilter {
  static final String COOKIE = "tangram_session";

  private static final Logger LOG = Logger.getLogger(SignInFilter.class);
  private static final String BEARER = "bearer ";

  /** Early, but after what only adds headers to answers. */
  private static final int PRIORITY = 100;

  private final SessionCache sessions;

  @Inject
  SignInFilter(SessionCache sessions) {
    this.sessions = sessions;
  }

  void register(@Observes Filters filters) {
    filters.register(this::look, PRIORITY);
  }

  private void look(RoutingContext context) {
    var authorization = context.request().getHeader("Authorization");
    if (authorization != null) {
      bearer(authorization)
          .ifPresentOrElse(
              token -> find(context, token, false),
              () -> {
                CurrentActor.refuse(context, ErrorCode.NOT_SIGNED_IN);
                context.next();
              });
      return;
    }
    var cookie = context.request().getCookie(COOKIE);
    if (cookie == null) {
      context.next();
    } else {
      find(context, cookie.getValue(), true);
    }
  }

  private static Optional<String> bearer(String header) {
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private void find(RoutingContext context, String token, boolean cookie) {
    var id = Tokens.id(token);
    var known = sessions.known(id);
    if (known.isPresent()) {
      enter(context, known, cookie);
      context.next();
      return;
    }
    // the database is asked on another thread; the body must wait for whoever reads it
    context.request().pause();
    context
        .vertx()
        .executeBlocking(() -> sessions.find(id), false)
        .onComplete(
            found -> {
              if (found.succeeded()) {
                enter(context, found.result(), cookie);
              } else {
                LOG.error("cannot look up a session", found.cause());
                CurrentActor.refuse(context, ErrorCode.UNAVAILABLE);
              }
              context.request().resume();
              context.next();
            });
  }

  /** A token counts only in the way it was given out, or a cookie could pass for a program. */
  private static void enter(RoutingContext context, Optional<Session> found, boolean cookie) {
    found
        .filter(session -> session.cookie() == cookie)
        .ifPresentOrElse(
            session -> CurrentActor.put(context, session),
            () -> {
              if (!cookie) {
                CurrentActor.refuse(context, ErrorCode.NOT_SIGNED_IN);
              }
            });
  }
}
