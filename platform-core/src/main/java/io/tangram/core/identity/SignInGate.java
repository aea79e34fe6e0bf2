package io.tangram.core.identity;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets no request of an unknown caller reach a resource unless the resource says so, and no request
 * that a foreign page may have sent with a browser's cookie. It reads neither body nor database.
 */
@Singleton
class SignInGate {
  private static final String CSRF_HEADER = "X-Tangram-Request";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final CurrentActor current;

  @Inject
  SignInGate(CurrentActor current) {
    this.current = current;
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    if (open(resource)) {
      return;
    }
    var session = current.session();
    if (session.cookie()
        && !SAFE.contains(request.getMethod())
        && !"1".equals(request.getHeaderString(CSRF_HEADER))) {
      throw ProblemException.of(ErrorCode.CSRF_MISSING);
    }
  }

  private static boolean open(ResourceInfo resource) {
    return resource.getResourceMethod().isAnnotationPresent(WithoutSignIn.class)
        || resource.getResourceClass().isAnnotationPresent(WithoutSignIn.class);
  }
}
