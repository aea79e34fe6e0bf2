package io.tangram.core.identity;

import java.time.Duration;
import java.time.Instant;

/** A session just opened, with the token that only its owner will ever hold. */
record NewSession(String token, Instant expiresAt, Duration lifetime) {
  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "NewSession[expiresAt=" + expiresAt + "]";
  }
}
