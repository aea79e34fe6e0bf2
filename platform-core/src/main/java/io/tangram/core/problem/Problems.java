package io.tangram.core.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Turns a refusal into the answer that tells of it, in the caller's language. */
@Singleton
public class Problems {
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String RETRY_AFTER = "retryAfter";

  private final Messages messages;
  private final Languages languages;
  private final ObjectMapper json;

  public Problems(Messages messages, Languages languages, ObjectMapper json) {
    this.messages = messages;
    this.languages = languages;
    this.json = json;
  }

  public Response response(ProblemException refusal) {
    return response(refusal, newTraceId());
  }

  /**
   * @param traceId under which the log has more
   */
  public Response response(ProblemException refusal, String traceId) {
    var problem = problem(refusal, languages.current(), traceId);
    var answer =
        Response.status(problem.status())
            .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
            .entity(bytes(problem));
    if (refusal.members().get(RETRY_AFTER) instanceof Number seconds) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds);
    }
    return answer.build();
  }

  public Problem problem(ProblemException refusal, Locale locale, String traceId) {
    var type = refusal.code().type();
    return new Problem(
        type,
        messages.text(locale, "problem." + type + ".title", refusal.arguments()),
        refusal.code().status(),
        messages.text(locale, "problem." + type + ".detail", refusal.arguments()),
        faults(refusal.violations(), locale),
        traceId,
        refusal.members());
  }

  /** Violations in words, as they stand in answers that are no refusals, too. */
  public List<Problem.Fault> faults(List<Violation> violations) {
    return faults(violations, languages.current());
  }

  private List<Problem.Fault> faults(List<Violation> violations, Locale locale) {
    return violations.stream()
        .map(v -> new Problem.Fault(v.pointer(), v.code(), message(v, locale)))
        .toList();
  }

  private String message(Violation violation, Locale locale) {
    return messages.text(locale, violation.code(), violation.arguments());
  }

  static String newTraceId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  private byte[] bytes(Problem problem) {
    try {
      return json.writeValueAsBytes(problem);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
