package io.tangram.core.problem;

import java.util.Map;
import java.util.Optional;

/** Which refusal stands for a bare HTTP status. */
final class HttpFaults {
  private static final Map<Integer, ErrorCode> CODES =
      Map.of(
          400, ErrorCode.JSON_BROKEN,
          401, ErrorCode.NOT_SIGNED_IN,
          403, ErrorCode.NOT_ALLOWED,
          404, ErrorCode.NOT_FOUND,
          405, ErrorCode.METHOD_NOT_ALLOWED,
          406, ErrorCode.NOT_ACCEPTABLE,
          413, ErrorCode.BODY_TOO_LARGE,
          415, ErrorCode.MEDIA_TYPE_UNSUPPORTED,
          503, ErrorCode.UNAVAILABLE);

  private HttpFaults() {}

  static Optional<ErrorCode> code(int status) {
    return Optional.ofNullable(CODES.get(status));
  }
}
