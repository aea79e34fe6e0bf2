package io.tangram.core.job;

import java.util.Map;

/** Says that a job can never be done, however often it is tried, e.g. since two rows are equal. */
public final class JobFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Map<String, Object> details;

  /**
   * @param reason kebab-case word for people's lists
   * @param details figures that go with it
   */
  public JobFailure(String reason, Map<String, Object> details) {
    super(reason, null, false, false);
    this.details = Map.copyOf(details);
  }

  public Map<String, Object> details() {
    return details;
  }
}
