package io.tangram.core.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Tells browsers on every answer what they must not do: guess types, show us in a frame, run what
 * is not ours. An answer that brings stricter words of its own keeps them.
 */
@Singleton
class SecurityHeaders {
  /** Before all else, so that refusals carry them too. */
  private static final int PRIORITY = 1_000;

  private static final String CONTENT_POLICY = "Content-Security-Policy";
  private static final String PAGES =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  /** What is no page loads nothing. */
  private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

  void register(@Observes Filters filters) {
    filters.register(SecurityHeaders::add, PRIORITY);
  }

  private static void add(RoutingContext context) {
    var answer = context.response();
    var policy = isPage(context.request()) ? PAGES : DATA;
    context.addHeadersEndHandler(
        end -> {
          var headers = answer.headers();
          if (!headers.contains(CONTENT_POLICY)) {
            headers.set(CONTENT_POLICY, policy);
          }
          headers.set("X-Content-Type-Options", "nosniff");
          headers.set("X-Frame-Options", "DENY");
          headers.set("Referrer-Policy", "same-origin");
          headers.set("Cross-Origin-Opener-Policy", "same-origin");
          if (!headers.contains("Cache-Control") && policy.equals(DATA)) {
            headers.set("Cache-Control", "no-store");
          }
        });
    context.next();
  }

  private static boolean isPage(HttpServerRequest request) {
    return !request.path().startsWith("/api/") && !request.path().startsWith("/q/");
  }
}
