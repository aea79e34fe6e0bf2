package io.tangram.core.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the refusal inside an exception that carried it out of a transaction or a query. PostgreSQL
 * refuses, too: what it says about text it cannot store, locks and missing connections is no fault
 * of ours.
 */
public final class Refusals {
  private static final int DEPTH = 12;
  private static final String FORM_PARSER = "org.jboss.resteasy.reactive.server.core.multipart";

  /** SQLSTATE, or its class of two letters, to what it means to the caller. */
  private static final Map<String, ErrorCode> STATES =
      Map.of(
          "22021", ErrorCode.VALUES_INVALID, // bytes that are no text, NUL for one
          "0A000", ErrorCode.UNAVAILABLE, // a prepared plan outlived a publish
          "40001", ErrorCode.UNAVAILABLE, // could not serialise
          "40P01", ErrorCode.UNAVAILABLE, // deadlock
          "55P03", ErrorCode.UNAVAILABLE, // lock not available in time
          "57014", ErrorCode.UNAVAILABLE, // cancelled by a timeout
          "08", ErrorCode.UNAVAILABLE, // connection lost
          "57P", ErrorCode.UNAVAILABLE, // server going down or coming up
          "53", ErrorCode.UNAVAILABLE); // out of connections, memory or disk

  private Refusals() {}

  /** The refusal in the exception or one of its causes; empty when nobody foresaw it. */
  public static Optional<ProblemException> in(Throwable fault) {
    var depth = 0;
    for (var cause = fault; cause != null && depth < DEPTH; cause = cause.getCause(), depth++) {
      if (cause instanceof ProblemException refusal) {
        return Optional.of(refusal);
      }
      if (cause instanceof SQLException sql && code(sql.getSQLState()).isPresent()) {
        return code(sql.getSQLState()).map(ProblemException::of);
      }
      if (cause instanceof IOException && comesFromForm(cause)) {
        return Optional.of(ProblemException.of(ErrorCode.BODY_BROKEN));
      }
    }
    return Optional.empty();
  }

  /** The HTTP layer's parser of forms with files has no exception of its own for what is none. */
  private static boolean comesFromForm(Throwable fault) {
    var stack = fault.getStackTrace();
    return stack.length > 0 && stack[0].getClassName().startsWith(FORM_PARSER);
  }

  private static Optional<ErrorCode> code(String state) {
    if (state == null) {
      return Optional.empty();
    }
    return STATES.entrySet().stream()
        .filter(known -> state.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
