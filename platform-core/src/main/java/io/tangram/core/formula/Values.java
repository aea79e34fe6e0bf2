package io.tangram.core.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How one kind of value stands in for another, as in a spreadsheet. */
final class Values {
  /** Longest text a formula makes, as in a spreadsheet's cell. */
  static final int MAX_TEXT = 32_767;

  private Values() {}

  /** A value from outside in one of the classes that formulas compute with. */
  static Object of(Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    if (value instanceof BigInteger big) {
      return new BigDecimal(big);
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number);
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    return value instanceof ZonedDateTime moment ? moment.toInstant() : value;
  }

  /** What leaves a formula: numbers without idle zeros behind the point. */
  static Object result(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? BigDecimal.ZERO : whole(number.stripTrailingZeros());
    }
    return value;
  }

  private static BigDecimal whole(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** The value, unless it is an error: that is thrown. */
  static Object sound(Object value) {
    if (value instanceof FormulaError error) {
      throw error.fault();
    }
    return value;
  }

  static BigDecimal number(Object value) {
    var sound = sound(value);
    if (sound == null) {
      return BigDecimal.ZERO;
    }
    if (sound instanceof BigDecimal number) {
      return number;
    }
    if (sound instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (sound instanceof String text) {
      return NumberTexts.parse(text).orElseThrow(FormulaError.VALUE::fault);
    }
    return Serials.of(sound);
  }

  static String text(Object value) {
    var sound = sound(value);
    if (sound == null) {
      return "";
    }
    if (sound instanceof BigDecimal number) {
      return Decimals.text(number);
    }
    if (sound instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    if (sound instanceof Instant moment) {
      return DateTexts.write(moment);
    }
    if (sound instanceof LocalTime time) {
      return DateTexts.write(time);
    }
    if (sound instanceof List) {
      throw FormulaError.VALUE.fault();
    }
    return sound.toString();
  }

  static boolean bool(Object value) {
    var sound = sound(value);
    if (sound == null) {
      return false;
    }
    if (sound instanceof Boolean truth) {
      return truth;
    }
    if (sound instanceof String text) {
      return bool(text);
    }
    return number(sound).signum() != 0;
  }

  private static boolean bool(String text) {
    switch (text.toUpperCase(Locale.ROOT)) {
      case "TRUE":
        return true;
      case "FALSE":
        return false;
      default:
        throw FormulaError.VALUE.fault();
    }
  }

  static String shortEnough(String text) {
    if (text.length() > MAX_TEXT) {
      throw FormulaError.VALUE.fault();
    }
    return text;
  }

  static ValueType typeOf(Object value) {
    if (value == null) {
      return ValueType.BLANK;
    }
    if (value instanceof BigDecimal) {
      return ValueType.NUMBER;
    }
    if (value instanceof Boolean) {
      return ValueType.BOOL;
    }
    if (value instanceof LocalDate) {
      return ValueType.DATE;
    }
    if (value instanceof Instant) {
      return ValueType.DATETIME;
    }
    if (value instanceof LocalTime) {
      return ValueType.TIME;
    }
    if (value instanceof List) {
      return ValueType.LIST;
    }
    if (value instanceof UUID) {
      return ValueType.RECORD;
    }
    return value instanceof FormulaError ? ValueType.ANY : ValueType.TEXT;
  }
}
