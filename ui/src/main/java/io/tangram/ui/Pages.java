package io.tangram.ui;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Gives the one page to every address that a person may type, and tells browsers what to keep. It
 * never answers for the interface: what begins with {@code /api} or {@code /q} is not a page.
 */
@ApplicationScoped
class Pages {
  private static final int BEFORE_THE_REST = -100;
  private static final String ONE_YEAR = "public, max-age=31536000, immutable";
  private static final String ASK_EACH_TIME = "no-cache";

  void pages(@Observes Router router) {
    router.route().order(BEFORE_THE_REST).handler(Pages::serve);
  }

  private static void serve(RoutingContext context) {
    var path = context.normalizedPath();
    if (isInterface(path) || context.request().method() != HttpMethod.GET) {
      context.next();
    } else if (isPage(path, context.request().getHeader(HttpHeaders.ACCEPT))) {
      context.reroute("/");
    } else {
      context.addHeadersEndHandler(end -> keep(path, context.response()));
      context.next();
    }
  }

  private static boolean isInterface(String path) {
    return path.equals("/api")
        || path.startsWith("/api/")
        || path.equals("/q")
        || path.startsWith("/q/");
  }

  /** An address without a dot in its last word that a browser asks for as a page. */
  static boolean isPage(String path, String accept) {
    return !path.equals("/")
        && path.indexOf('.', path.lastIndexOf('/')) < 0
        && accept != null
        && accept.contains("text/html");
  }

  private static void keep(String path, HttpServerResponse response) {
    // an asset's name carries its content's hash; the page that names the assets must be fresh
    var hashed = path.startsWith("/assets/") && response.getStatusCode() < 300;
    response.putHeader(HttpHeaders.CACHE_CONTROL, hashed ? ONE_YEAR : ASK_EACH_TIME);
  }
}
