package io.tangram.core.record;

import java.util.Optional;

/**
 * Why a write happens, kept in history and carried by the event, so that a loop ends with a clear
 * problem.
 *
 * @param cause {@code person}, {@code form}, {@code process}, {@code automation}, {@code import},
 *     {@code sample}
 * @param reference key of the form, process or automation; empty for a plain write
 * @param depth how many automatic writes led to this one; 0 for a person's own
 */
public record Origin(String cause, Optional<String> reference, int depth) {
  public static final Origin PERSON = new Origin("person", Optional.empty(), 0);

  public static Origin form(String key) {
    return new Origin("form", Optional.of(key), 0);
  }

  public Origin deeper(String nextCause, String nextReference) {
    return new Origin(nextCause, Optional.of(nextReference), depth + 1);
  }
}
