package io.tangram.core.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** What is wrong with a body: no JSON at all, or JSON with the wrong things in it. */
final class JsonFaults {
  private JsonFaults() {}

  static ProblemException refusal(JsonProcessingException fault) {
    if (fault instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      var code =
          fault instanceof UnrecognizedPropertyException ? "json.member-unknown" : "json.type";
      return ProblemException.of(
          ErrorCode.VALUES_INVALID, List.of(Violation.at(pointer(mismatch), code)));
    }
    return ProblemException.of(ErrorCode.JSON_BROKEN);
  }

  private static String pointer(JsonMappingException fault) {
    var pointer = new StringBuilder();
    for (var step : fault.getPath()) {
      pointer.append('/');
      pointer.append(
          step.getFieldName() == null
              ? Integer.toString(step.getIndex())
              : step.getFieldName().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
