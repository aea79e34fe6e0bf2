package io.tangram.core.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Moments as a spreadsheet counts them: days since the end of 1899, the time of day as their
 * fraction, in UTC. Day 60 is the 29 February 1900 that never was; no date has it.
 */
final class Serials {
  private static final LocalDate LEAP = LocalDate.of(1900, 3, 1);
  private static final LocalDate ORIGIN = LocalDate.of(1899, 12, 30);
  private static final BigDecimal MAX = BigDecimal.valueOf(2_958_466);
  private static final BigDecimal MILLIS_A_DAY = BigDecimal.valueOf(86_400_000);

  private Serials() {}

  /** The number for a moment; {@code #VALUE!} for what is none. */
  static BigDecimal of(Object moment) {
    if (moment instanceof LocalDate date) {
      var days = date.toEpochDay() - ORIGIN.toEpochDay();
      return BigDecimal.valueOf(date.isBefore(LEAP) ? days - 1 : days);
    }
    if (moment instanceof Instant instant) {
      var local = instant.atOffset(ZoneOffset.UTC);
      return of(local.toLocalDate()).add(of(local.toLocalTime()));
    }
    if (moment instanceof LocalTime time) {
      var millis = BigDecimal.valueOf(time.toNanoOfDay() / 1_000_000);
      return millis.divide(MILLIS_A_DAY, Decimals.QUOTIENT_SCALE, RoundingMode.HALF_UP);
    }
    throw FormulaError.VALUE.fault();
  }

  /** The day of a number; {@code #NUM!} before day 0 and after the year 9999. */
  static LocalDate date(BigDecimal serial) {
    var day = Decimals.floor(serial);
    if (day.signum() < 0 || day.compareTo(MAX) >= 0) {
      throw FormulaError.NUMBER.fault();
    }
    var days = day.longValueExact();
    return ORIGIN.plusDays(days < 60 ? days + 1 : days);
  }

  /** The moment of a number, to the millisecond. */
  static Instant instant(BigDecimal serial) {
    var fraction = serial.subtract(Decimals.floor(serial));
    var millis = fraction.multiply(MILLIS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return date(serial).atStartOfDay().toInstant(ZoneOffset.UTC).plusMillis(millis);
  }

  /** {@code +}: a day and a number make a day, a day and a time a moment. */
  static Object plus(Object left, Object right) {
    var sum = Decimals.bounded(Values.number(left).add(Values.number(right)));
    if (moment(left) && moment(right)) {
      return sum;
    }
    if (left instanceof LocalTime && right instanceof LocalTime) {
      return sum;
    }
    return moment(left) ? like(left, right, sum) : like(right, left, sum);
  }

  /** {@code -}: between two moments the days, fractions included. */
  static Object minus(Object left, Object right) {
    var difference = Decimals.bounded(Values.number(left).subtract(Values.number(right)));
    return moment(left) && !moment(right) ? like(left, right, difference) : difference;
  }

  private static boolean moment(Object value) {
    return value instanceof LocalDate || value instanceof Instant;
  }

  private static Object like(Object moment, Object other, BigDecimal serial) {
    if (moment instanceof Instant || (moment instanceof LocalDate && other instanceof LocalTime)) {
      return instant(serial);
    }
    if (moment instanceof LocalDate) {
      return Decimals.whole(serial) ? date(serial) : instant(serial);
    }
    return serial;
  }
}
