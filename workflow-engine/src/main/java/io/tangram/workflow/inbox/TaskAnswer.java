package io.tangram.workflow.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.JsonBody;
import io.tangram.core.problem.ProblemException;
import io.tangram.workflow.node.Json;
import java.io.IOException;
import java.util.Optional;

/**
 * What a person says to a task.
 *
 * @param comment at most {@value #LONGEST} characters
 * @param values fields to fill with it, in the JSON shapes of the API
 */
record TaskAnswer(Optional<String> comment, ObjectNode values) {
  static final int LONGEST = 2_000;

  /**
   * @param bytes the request's body; empty for none, which says nothing
   * @throws ProblemException {@code JSON_BROKEN}, {@code VALUES_INVALID} with all faults
   */
  static TaskAnswer read(byte[] bytes, ObjectMapper mapper) {
    var sent = bytes == null || bytes.length == 0 ? Json.object() : parse(bytes, mapper);
    var body = JsonBody.of(sent, "comment", "values");
    var comment = body.text("comment", LONGEST);
    var values = sent.path("values");
    if (!values.isObject() && !values.isNull() && !values.isMissingNode()) {
      body.fault("values", "body.object");
    }
    body.refuse();
    return new TaskAnswer(comment, values instanceof ObjectNode filled ? filled : Json.object());
  }

  private static JsonNode parse(byte[] bytes, ObjectMapper mapper) {
    try {
      return mapper.readTree(bytes);
    } catch (IOException e) {
      throw ProblemException.of(ErrorCode.JSON_BROKEN);
    }
  }
}
