package io.tangram.core.http;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import java.util.List;
import java.util.UUID;

/**
 * One request that may come again.
 *
 * @param person whose key it is: others may use the same one for something else
 * @param key as the client made it, 1 to 200 printable characters
 * @param request SHA-256 over method, address and body: what the key stands for
 */
record IdempotencyKey(UUID person, String key, byte[] request) {
  static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 200;

  IdempotencyKey {
    var printable = key.chars().allMatch(c -> c > ' ' && c < 127);
    if (key.isEmpty() || key.length() > LONGEST || !printable) {
      throw ProblemException.of(
          ErrorCode.VALUES_INVALID, List.of(Violation.at("", "idempotency.key", LONGEST)));
    }
  }
}
