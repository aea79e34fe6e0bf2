package io.tangram.core.problem;

/**
 * Every way in which the platform refuses. The name in kebab-case is the {@code type} of the answer
 * (RFC 9457) and the key of its title and detail in the language files {@code problem*.properties}.
 */
public enum ErrorCode {
  JSON_BROKEN(400),
  BODY_BROKEN(400),
  CURSOR_INVALID(400),
  NOT_SIGNED_IN(401),
  SIGN_IN_FAILED(401),
  NOT_ALLOWED(403),
  CSRF_MISSING(403),
  NOT_FOUND(404),
  RECORD_NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  KEY_TAKEN(409),
  RECORD_CHANGED(409),
  RECORD_EXISTS(409),
  DOCUMENT_CONFLICT(409),
  PUBLISH_RUNNING(409),
  HAZARD_NOT_ACCEPTED(409),
  STATE_CONFLICT(409),
  TASK_DONE(409),
  APPROVER_MISSING(409),
  DOCUMENT_CHANGED(412),
  BODY_TOO_LARGE(413),
  MEDIA_TYPE_UNSUPPORTED(415),
  VALUES_INVALID(422),
  QUERY_INVALID(422),
  DOCUMENT_INVALID(422),
  DESIGN_INVALID(422),
  IDEMPOTENCY_MISMATCH(422),
  ETAG_MISSING(428),
  TOO_MANY_REQUESTS(429),
  INTERNAL(500),
  UNAVAILABLE(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /**
   * The code as it stands in {@code type}: {@code RECORD_NOT_FOUND} is {@code record-not-found}.
   */
  public String type() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
