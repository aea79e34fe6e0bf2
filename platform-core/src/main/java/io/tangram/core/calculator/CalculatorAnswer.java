package io.tangram.core.calculator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tangram.core.formula.ValueType;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a formula came to: a value with its type (numbers as decimal strings, days in ISO 8601, null
 * for blank), or an error.
 */
@Schema(description = "Either value and type, or error")
interface CalculatorAnswer {
  /** The answer for a text that is no formula. */
  CalculatorAnswer UNREADABLE = failed("#ERROR!");

  static CalculatorAnswer failed(String code) {
    return new Failed(code);
  }

  static CalculatorAnswer of(Object value, ValueType type) {
    return new Worth(shown(value), type.word());
  }

  private static Object shown(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null || value instanceof Boolean ? value : value.toString();
  }

  /** A value. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Worth(@JsonProperty Object value, @JsonProperty String type) implements CalculatorAnswer {}

  /** An error value such as {@code #DIV/0!}. */
  record Failed(@JsonProperty String error) implements CalculatorAnswer {}
}
