package io.tangram.core.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place where an exception becomes an answer. What nobody foresaw is logged once and told
 * with nothing but its trace id.
 */
@Singleton
public class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final Problems problems;

  public ProblemMapper(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  public Response refused(ProblemException refusal) {
    return problems.response(refusal);
  }

  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException fault) {
    return problems.response(JsonFaults.refusal(fault));
  }

  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException fault) {
    return problems.response(JsonFaults.refusal(fault));
  }

  /** What the HTTP layer itself refuses: no such route, method or type. */
  @ServerExceptionMapper
  public Response http(WebApplicationException fault) {
    if (fault.getCause() instanceof JsonProcessingException json) {
      return unreadable(json);
    }
    if (fault.getCause() instanceof ProblemException refusal) {
      return refused(refusal);
    }
    var status = fault.getResponse().getStatus();
    if (status < Response.Status.BAD_REQUEST.getStatusCode()) {
      return fault.getResponse();
    }
    return HttpFaults.code(status)
        .map(code -> problems.response(ProblemException.of(code)))
        .orElseGet(() -> unforeseen(fault));
  }

  @ServerExceptionMapper
  public Response unforeseen(Throwable fault) {
    return Refusals.in(fault)
        .map(problems::response)
        .orElseGet(
            () -> {
              var trace = Problems.newTraceId();
              LOG.errorf(fault, "Failed, trace %s", trace);
              return problems.response(ProblemException.of(ErrorCode.INTERNAL), trace);
            });
  }
}
