package io.tangram.core.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Nothing has NUL in its name, and PostgreSQL would refuse to look for it. */
@Singleton
public final class AddressFilter {
  @ServerRequestFilter
  public void refuseNul(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().indexOf('\0') >= 0) {
      throw ProblemException.of(ErrorCode.NOT_FOUND);
    }
  }
}
