package io.tangram.core.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.Refusals;
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
  private static final String CLAIMED = IdempotentInterceptor.class.getName();
  private static final int MOST_ATTEMPTS = 3;
  private static final long PAUSE_MILLIS = 50;

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
    var current = request.getCurrent();
    var key = current.request().getHeader(IdempotencyKey.HEADER);
    // a resource's method may call another one: the request is claimed once
    var inside = current.get(CLAIMED) != null;
    if (key == null || inside || !call.getMethod().isAnnotationPresent(POST.class)) {
      return call.proceed();
    }
    current.put(CLAIMED, key);
    var claimed = new IdempotencyKey(caller.person(), key, digest.of(call.getParameters()));
    for (var attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(() -> run(call, claimed));
      } catch (ManyTransactions several) {
        return runApart(call, claimed);
      } catch (RuntimeException fault) {
        // the services repeat what PostgreSQL asks them to, but cannot within our transaction
        if (attempt == MOST_ATTEMPTS || !passing(fault)) {
          throw fault;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private Object run(InvocationContext call, IdempotencyKey key) throws Exception {
    again(answers.claim(key));
    var given = call.proceed();
    if (given instanceof Response response && refused(response)) {
      QuarkusTransaction.setRollbackOnly();
      return given;
    }
    if (QuarkusTransaction.isRollbackOnly()) {
      throw new ManyTransactions();
    }
    return kept(call, key, given);
  }

  /**
   * For what is meant to succeed in part, as a batch that is not atomic: one transaction would undo
   * it all. Here the answer is kept after the work, so a crash in between forgets the key.
   */
  private Object runApart(InvocationContext call, IdempotencyKey key) throws Exception {
    var given = call.proceed();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              again(answers.claim(key));
              return kept(call, key, given);
            });
  }

  private static void again(Optional<KeptAnswer> before) {
    if (before.isPresent()) {
      // whatever type the resource's method has, this way out fits
      throw new WebApplicationException(before.get().response());
    }
  }

  private Object kept(InvocationContext call, IdempotencyKey key, Object given) {
    var answer = KeptAnswer.of(given, status(call, given), json);
    answers.keep(key, answer);
    // a stream can be read once, and was
    return given instanceof Response ? answer.response() : given;
  }

  /** The work undid a part of itself and went on: it is no work of one transaction. */
  private static final class ManyTransactions extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ManyTransactions() {
      super("the work is more than one transaction", null, false, false);
    }
  }

  private static boolean passing(RuntimeException fault) {
    return Refusals.in(fault).filter(r -> r.code() == ErrorCode.UNAVAILABLE).isPresent();
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
