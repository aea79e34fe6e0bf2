package io.tangram.core.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Arithmetic that gives the same digits in Java, TypeScript and SQL: sums and products are exact, a
 * quotient has {@value #QUOTIENT_SCALE} decimals, what cannot be exact has 15 digits. Halves go
 * away from zero.
 */
final class Decimals {
  static final int QUOTIENT_SCALE = 20;
  static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_UP);
  private static final int MAX_WHOLE_DIGITS = 309;
  private static final int MAX_SCALE = 100;
  private static final BigDecimal HUGE = BigDecimal.TEN.pow(MAX_WHOLE_DIGITS + 1);
  private static final BigDecimal MAX_EXACT_EXPONENT = BigDecimal.valueOf(1000);
  private static final int MAX_EXACT_DIGITS = 1000;

  private Decimals() {}

  /** The number, if it is one a spreadsheet can hold; {@code #NUM!} from 1e309 on. */
  static BigDecimal bounded(BigDecimal number) {
    if (number.precision() - number.scale() > MAX_WHOLE_DIGITS) {
      throw FormulaError.NUMBER.fault();
    }
    return number.scale() > MAX_SCALE ? number.setScale(MAX_SCALE, RoundingMode.HALF_UP) : number;
  }

  static BigDecimal divide(BigDecimal above, BigDecimal below) {
    if (below.signum() == 0) {
      throw FormulaError.DIVISION.fault();
    }
    return bounded(above.divide(below, QUOTIENT_SCALE, RoundingMode.HALF_UP));
  }

  static BigDecimal power(BigDecimal base, BigDecimal exponent) {
    if (base.signum() == 0) {
      return ofZero(exponent);
    }
    if (whole(exponent) && exponent.abs().compareTo(MAX_EXACT_EXPONENT) <= 0) {
      return wholePower(base.stripTrailingZeros(), exponent.intValueExact());
    }
    return approximate(Math.pow(base.doubleValue(), exponent.doubleValue()));
  }

  private static BigDecimal ofZero(BigDecimal exponent) {
    if (exponent.signum() == 0) {
      throw FormulaError.NUMBER.fault();
    }
    if (exponent.signum() < 0) {
      throw FormulaError.DIVISION.fault();
    }
    return BigDecimal.ZERO;
  }

  private static BigDecimal wholePower(BigDecimal base, int exponent) {
    if ((long) base.precision() * Math.abs(exponent) > MAX_EXACT_DIGITS) {
      return approximate(Math.pow(base.doubleValue(), exponent));
    }
    var power = base.pow(Math.abs(exponent));
    return exponent < 0 ? divide(BigDecimal.ONE, power) : bounded(power);
  }

  /** A result of floating-point arithmetic, cut to the digits that can be trusted. */
  static BigDecimal approximate(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw FormulaError.NUMBER.fault();
    }
    return bounded(new BigDecimal(value).round(FIFTEEN));
  }

  static boolean whole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** The largest whole number not above. */
  static BigDecimal floor(BigDecimal number) {
    return number.setScale(0, RoundingMode.FLOOR);
  }

  /** Towards zero, as a small whole number; {@code #NUM!} beyond the range of int. */
  static int integer(BigDecimal number) {
    var whole = number.setScale(0, RoundingMode.DOWN);
    if (whole.precision() > 10 || whole.longValueExact() != (int) whole.longValueExact()) {
      throw FormulaError.NUMBER.fault();
    }
    return whole.intValueExact();
  }

  /** Rounds to decimals (negative: to tens, hundreds …). */
  static BigDecimal round(BigDecimal number, int digits, RoundingMode mode) {
    if (digits >= number.scale()) {
      return number;
    }
    if (-(long) digits > MAX_WHOLE_DIGITS) {
      return mode == RoundingMode.UP && number.signum() != 0
          ? bounded(number.signum() > 0 ? HUGE : HUGE.negate())
          : BigDecimal.ZERO;
    }
    return bounded(number.setScale(digits, mode));
  }

  /** As people read it: with 15 digits, but never without a digit before the point. */
  static String text(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    var wide = number.precision() - number.scale() >= FIFTEEN.getPrecision();
    var shown = wide ? number.setScale(0, RoundingMode.HALF_UP) : number.round(FIFTEEN);
    return shown.stripTrailingZeros().toPlainString();
  }
}
