package io.tangram.core.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * Runs a POST with an {@code Idempotency-Key} in one transaction with the keeping of its answer. A
 * refusal is not kept: nothing was done, so the same request may be tried again.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class IdempotentInterceptor {
  private final CurrentVertxRequest request;
  private final Caller caller;
  private final BodyDigest digest;
  private final KeptAnswers answers;
  private final ObjectMapper json;

  @Inject
  IdempotentInterceptor(
      CurrentVertxRequest request,
      Caller caller,
      BodyDigest digest,
      KeptAnswers answers,
      ObjectMapper json) {
    this.request = request;
    this.caller = caller;
    this.digest = digest;
    this.answers = answers;
    this.json = json;
  }

  @AroundInvoke
  Object once(InvocationContext call) throws Exception {
    var key = request.getCurrent().request().getHeader(IdempotencyKey.HEADER);
    if (key == null || !call.getMethod().isAnnotationPresent(POST.class)) {
      return call.proceed();
    }
    var claimed = new IdempotencyKey(caller.person(), key, digest.of(call.getParameters()));
    return QuarkusTransaction.joiningExisting().call(() -> run(call, claimed));
  }

  private Object run(InvocationContext call, IdempotencyKey key) throws Exception {
    var before = answers.claim(key);
    if (before.isPresent()) {
      // whatever type the resource's method has, this way out fits
      throw new WebApplicationException(before.get().response());
    }
    var given = call.proceed();
    if (given instanceof Response response && refused(response)) {
      QuarkusTransaction.setRollbackOnly();
      return given;
    }
    var answer = KeptAnswer.of(given, status(call, given), json);
    answers.keep(key, answer);
    // a stream can be read once, and was
    return given instanceof Response ? answer.response() : given;
  }

  private static boolean refused(Response response) {
    return response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
  }

  private static int status(InvocationContext call, Object given) {
    return Optional.ofNullable(call.getMethod().getAnnotation(ResponseStatus.class))
        .map(ResponseStatus::value)
        .orElse(given == null ? 204 : 200);
  }
}
