package io.tangram.workflow.inbox;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four boxes a person has. */
enum Box {
  TODO,
  STARTED,
  DONE,
  CC;

  /**
   * @throws ProblemException {@code QUERY_INVALID} for a word that names none
   */
  static Box of(String word) {
    return Arrays.stream(values())
        .filter(box -> box.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    ErrorCode.QUERY_INVALID, List.of(Violation.at("/box", "task.box", word))));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
