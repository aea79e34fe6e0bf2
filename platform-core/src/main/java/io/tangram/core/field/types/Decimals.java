package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.InvalidValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Exact decimal numbers from outside. Everything that could make arithmetic slow is refused by
 * looking at the text or at exponents alone: {@code 1E+50000000} is nine characters and gigabytes.
 */
final class Decimals {
  /** Digits of a number written out, before and behind the point together. */
  static final int MOST_DIGITS = 40;

  private static final int LONGEST_TEXT = 64;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");

  private Decimals() {}

  /** A number out of a JSON text ({@code "12.50"}) or number. */
  static BigDecimal read(JsonNode json) throws InvalidValue {
    if (json.isTextual()) {
      return parse(json.textValue());
    }
    if (json.isNumber()) {
      if (json.isFloatingPointNumber() && !json.isBigDecimal() && !finite(json)) {
        throw new InvalidValue("number.digits", MOST_DIGITS);
      }
      return bounded(json.decimalValue());
    }
    throw new InvalidValue("number.type");
  }

  private static boolean finite(JsonNode json) {
    return Double.isFinite(json.doubleValue());
  }

  static BigDecimal parse(String text) throws InvalidValue {
    var trimmed = text.length() <= LONGEST_TEXT ? text.strip() : text;
    if (trimmed.length() > LONGEST_TEXT) {
      throw new InvalidValue("number.digits", MOST_DIGITS);
    }
    if (!NUMBER.matcher(trimmed).matches()) {
      throw new InvalidValue("number.type");
    }
    return bounded(new BigDecimal(trimmed));
  }

  /** The number as it is, without an exponent, if it can be written in forty digits. */
  static BigDecimal bounded(BigDecimal number) throws InvalidValue {
    if (number.signum() == 0) {
      return number.scale() < 0 || number.scale() > MOST_DIGITS ? BigDecimal.ZERO : number;
    }
    // precision and scale are read off, nothing is computed with a number that is too long
    var whole = (long) number.precision() - number.scale();
    if (number.scale() > MOST_DIGITS
        || whole > MOST_DIGITS
        || Math.max(whole, 0) + Math.max(number.scale(), 0) > MOST_DIGITS) {
      throw new InvalidValue("number.digits", MOST_DIGITS);
    }
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** The number if it has at most {@code scale} digits behind the point; zeros do not count. */
  static BigDecimal within(BigDecimal number, int scale) throws InvalidValue {
    if (number.scale() > scale && number.stripTrailingZeros().scale() > scale) {
      throw new InvalidValue("number.scale", scale);
    }
    return number;
  }
}
