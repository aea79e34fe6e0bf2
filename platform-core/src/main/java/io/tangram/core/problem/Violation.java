package io.tangram.core.problem;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One thing that is wrong, with the place it is wrong at.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or {@code <path>#<pointer>} into one of an
 *     app's documents
 * @param code key of the message in the language files, e.g. {@code number.scale}
 * @param arguments what the message's {@code {0}}, {@code {1}} … stand for; only words that the
 *     caller may see
 */
public record Violation(String pointer, String code, List<Object> arguments) {
  public Violation {
    requireNonNull(pointer, "pointer is null");
    requireNonNull(code, "code is null");
    arguments = List.copyOf(arguments);
  }

  public static Violation at(String pointer, String code, Object... arguments) {
    return new Violation(pointer, code, List.of(arguments));
  }

  /**
   * The same fault, seen from one level further out: {@code /amount} under {@code /values} is
   * {@code /values/amount}.
   */
  public Violation under(String prefix) {
    return new Violation(prefix + pointer, code, arguments);
  }
}
