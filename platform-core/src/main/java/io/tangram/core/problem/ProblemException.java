package io.tangram.core.problem;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one way to refuse. It carries a code and the faults, never words: the words are chosen in the
 * caller's language when the answer is written. Thrown inside a transaction it rolls the
 * transaction back.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Object> arguments;
  private final transient List<Violation> violations;
  private final transient Map<String, Object> members;

  private ProblemException(
      ErrorCode code,
      List<Object> arguments,
      List<Violation> violations,
      Map<String, Object> members) {
    super(code.type() + (violations.isEmpty() ? "" : " " + violations), null, false, false);
    this.code = requireNonNull(code, "code is null");
    this.arguments = List.copyOf(arguments);
    this.violations = List.copyOf(violations);
    this.members = members;
  }

  /** A refusal whose detail is the language files' text for the code, filled with the arguments. */
  public static ProblemException of(ErrorCode code, Object... arguments) {
    return new ProblemException(code, List.of(arguments), List.of(), Map.of());
  }

  /** A refusal that lists everything that is wrong at once. */
  public static ProblemException of(ErrorCode code, List<Violation> violations) {
    return new ProblemException(code, List.of(), violations, Map.of());
  }

  /**
   * The same refusal with one more member in the answer, e.g. {@code steps} or {@code conflicts}.
   */
  public ProblemException with(String member, Object value) {
    var more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new ProblemException(code, arguments, violations, more);
  }

  public ErrorCode code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public List<Violation> violations() {
    return violations;
  }

  public Map<String, Object> members() {
    return members;
  }
}
