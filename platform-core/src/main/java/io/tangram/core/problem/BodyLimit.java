package io.tangram.core.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps bodies small where no file is sent: two megabytes, counted as they come in, since a length
 * may be absent or a lie. Files and imports have limits of their own.
 */
@Singleton
public final class BodyLimit {
  static final long MAX_BYTES = 2L << 20;

  @ServerRequestFilter
  public void limit(ContainerRequestContext request) {
    if (request.hasEntity() && small(request.getMediaType())) {
      request.setEntityStream(new LimitedStream(request.getEntityStream(), MAX_BYTES));
    }
  }

  private static boolean small(MediaType type) {
    return type == null
        || type.getSubtype().equals("json")
        || type.getSubtype().endsWith("+json")
        || type.getSubtype().endsWith("xml");
  }
}
