package io.tangram.core.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A refusal as it is sent (RFC 9457).
 *
 * @param type the error code in kebab-case
 * @param detail in the caller's language
 * @param violations every fault with its place; absent when there are none
 * @param traceId the same in the log
 * @param members what else the refusal tells, e.g. {@code steps}; beside the others in the JSON
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> violations,
    String traceId,
    @JsonIgnore Map<String, Object> members) {

  /**
   * @param pointer JSON Pointer into the body, or {@code <path>#<pointer>} into a document
   * @param message in the caller's language
   */
  public record Fault(String pointer, String code, String message) {}

  @Override
  @JsonAnyGetter
  public Map<String, Object> members() {
    return members;
  }
}
