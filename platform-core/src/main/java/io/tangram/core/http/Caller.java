package io.tangram.core.http;

import java.util.UUID;

/** Offered by whoever knows who is calling. */
public interface Caller {
  /**
   * The person who calls.
   *
   * @throws io.tangram.core.problem.ProblemException {@code NOT_SIGNED_IN} when nobody does
   */
  UUID person();
}
