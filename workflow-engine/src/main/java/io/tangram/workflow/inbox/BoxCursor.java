package io.tangram.workflow.inbox;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page of a box ended. It needs no signature: a box only ever shows one's own.
 *
 * @param at the moment the box is sorted by
 */
record BoxCursor(Instant at, UUID id) {
  /** Before everything: the box's first page. */
  static final BoxCursor START =
      new BoxCursor(
          Instant.parse("9999-01-01T00:00:00Z"),
          UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

  /**
   * @throws ProblemException {@code CURSOR_INVALID}
   */
  static BoxCursor parse(String text) {
    if (text == null || text.isEmpty()) {
      return START;
    }
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
      return new BoxCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw ProblemException.of(ErrorCode.CURSOR_INVALID);
    }
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
  }
}
