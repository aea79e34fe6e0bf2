package io.tangram.core.formula;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers written as text: {@code " 1,234.50 "}, {@code "-5%"}, {@code "1e3"}, and dates. */
final class NumberTexts {
  private static final Pattern PLAIN =
      Pattern.compile(
          "([+-]?)(\\d{1,60}(?:\\.\\d{0,60})?|\\.\\d{1,60})(?:[eE]([+-]?\\d{1,3}))?(%?)");
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3}){1,19}(?:\\.\\d{0,60})?%?");

  private NumberTexts() {}

  /** The number, or empty when the text is none. */
  static Optional<BigDecimal> parse(String text) {
    var trimmed = text.strip();
    if (GROUPED.matcher(trimmed).matches()) {
      trimmed = trimmed.replace(",", "");
    }
    var match = PLAIN.matcher(trimmed);
    if (!match.matches()) {
      return DateTexts.parse(trimmed).map(Serials::of);
    }
    var exponent = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
    var number = new BigDecimal(match.group(2)).scaleByPowerOfTen(exponent);
    number = match.group(4).isEmpty() ? number : number.movePointLeft(2);
    return Optional.of(Decimals.bounded(match.group(1).equals("-") ? number.negate() : number));
  }
}
