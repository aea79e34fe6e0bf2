package io.tangram.core.postgres;

/** The embedded PostgreSQL cannot be had; the message tells the operator why and what to do. */
public final class PostgresFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PostgresFailure(String message) {
    super(message);
  }

  PostgresFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
