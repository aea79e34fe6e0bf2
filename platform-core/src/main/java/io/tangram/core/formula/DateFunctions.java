package io.tangram.core.formula;

import static io.tangram.core.formula.FormulaFunction.named;
import static io.tangram.core.formula.ValueType.DATE;
import static io.tangram.core.formula.ValueType.DATETIME;
import static io.tangram.core.formula.ValueType.NUMBER;
import static io.tangram.core.formula.ValueType.TEXT;
import static io.tangram.core.formula.ValueType.TIME;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Days and times. Unlike a spreadsheet, which counts from 1900, what is computed from a blank day
 * is blank: a form half filled in shows no absurd number.
 */
final class DateFunctions {
  private static final int SECONDS_A_DAY = 86_400;

  private DateFunctions() {}

  static List<FormulaFunction> all() {
    return List.of(
        named("TODAY", 0, 0, DATE, a -> a.now().toLocalDate())
            .changingWithTime()
            .sql(SqlDates::today),
        named("NOW", 0, 0, DATETIME, a -> a.now().toInstant().truncatedTo(ChronoUnit.MILLIS))
            .changingWithTime()
            .sql(SqlDates::now),
        named("DATE", 3, 3, DATE, DateFunctions::date).takes(NUMBER),
        named("TIME", 3, 3, TIME, DateFunctions::time).takes(NUMBER),
        part("YEAR", LocalDate::getYear).sql(SqlDates::year),
        part("MONTH", LocalDate::getMonthValue).sql(SqlDates::month),
        part("DAY", LocalDate::getDayOfMonth).sql(SqlDates::day),
        clock("HOUR", LocalTime::getHour),
        clock("MINUTE", LocalTime::getMinute),
        clock("SECOND", LocalTime::getSecond),
        named("WEEKDAY", 1, 2, NUMBER, DateFunctions::weekday)
            .takes(DATE, NUMBER)
            .sql(SqlDates::weekday),
        named("DAYS", 2, 2, NUMBER, DateFunctions::days).takes(DATE).sql(SqlDates::days),
        named("DATEDIF", 3, 3, NUMBER, DateFunctions::difference)
            .takes(DATE, DATE, TEXT)
            .sql(SqlDates::difference),
        named("EDATE", 2, 2, DATE, a -> months(a, false)).takes(DATE, NUMBER).sql(SqlDates::edate),
        named("EOMONTH", 2, 2, DATE, a -> months(a, true))
            .takes(DATE, NUMBER)
            .sql(SqlDates::endOfMonth));
  }

  private static FormulaFunction part(String name, ToIntFunction<LocalDate> part) {
    Function<Arguments, Object> java =
        a -> a.date(0).map(day -> (Object) BigDecimal.valueOf(part.applyAsInt(day))).orElse(null);
    return named(name, 1, 1, NUMBER, java).takes(DATE);
  }

  private static FormulaFunction clock(String name, ToIntFunction<LocalTime> part) {
    return named(name, 1, 1, NUMBER, a -> BigDecimal.valueOf(part.applyAsInt(a.time(0))))
        .takes(TIME);
  }

  /** Months and days beyond their range run over into the next; years below 1900 count from it. */
  private static Object date(Arguments arguments) {
    var year = arguments.integer(0, 0);
    var month = arguments.integer(1, 0);
    var day = arguments.integer(2, 0);
    if (year < 0 || year > 9999) {
      throw FormulaError.NUMBER.fault();
    }
    var start = LocalDate.of(year < 1900 ? year + 1900 : year, 1, 1);
    return inCalendar(start.plusMonths(month - 1L).plusDays(day - 1L));
  }

  private static LocalDate inCalendar(LocalDate date) {
    if (date.getYear() < 1900 || date.getYear() > 9999) {
      throw FormulaError.NUMBER.fault();
    }
    return date;
  }

  private static Object time(Arguments arguments) {
    var seconds =
        arguments.integer(0, 0) * 3600L + arguments.integer(1, 0) * 60L + arguments.integer(2, 0);
    if (seconds < 0) {
      throw FormulaError.NUMBER.fault();
    }
    return LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
  }

  /** 1: Sunday is 1; 2: Monday is 1; 3: Monday is 0; 11 to 17: Monday to Sunday is 1. */
  private static Object weekday(Arguments arguments) {
    var day = arguments.date(0);
    var kind = arguments.integer(1, 1);
    if (day.isEmpty()) {
      return null;
    }
    var monday = day.get().getDayOfWeek().getValue();
    if (kind == 3) {
      return BigDecimal.valueOf(monday - 1L);
    }
    var first = kind == 1 ? 7 : kind == 2 ? 1 : kind - 10;
    if (first < 1 || first > 7) {
      throw FormulaError.NUMBER.fault();
    }
    return BigDecimal.valueOf(Math.floorMod(monday - first, 7) + 1L);
  }

  private static Object days(Arguments arguments) {
    var end = arguments.date(0);
    var start = arguments.date(1);
    return end.isEmpty() || start.isEmpty()
        ? null
        : BigDecimal.valueOf(ChronoUnit.DAYS.between(start.get(), end.get()));
  }

  private static Object difference(Arguments arguments) {
    var start = arguments.date(0);
    var end = arguments.date(1);
    var unit = arguments.text(2).toLowerCase(Locale.ROOT);
    if (start.isEmpty() || end.isEmpty()) {
      return null;
    }
    if (start.get().isAfter(end.get())) {
      throw FormulaError.NUMBER.fault();
    }
    return BigDecimal.valueOf(difference(start.get(), end.get(), unit));
  }

  private static long difference(LocalDate start, LocalDate end, String unit) {
    var months = ChronoUnit.MONTHS.between(start, end);
    switch (unit) {
      case "y":
        return months / 12;
      case "m":
        return months;
      case "d":
        return ChronoUnit.DAYS.between(start, end);
      case "ym":
        return months % 12;
      case "yd":
        return ChronoUnit.DAYS.between(start.plusYears(months / 12), end);
      case "md":
        return ChronoUnit.DAYS.between(start.plusMonths(months), end);
      default:
        throw FormulaError.NUMBER.fault();
    }
  }

  private static Object months(Arguments arguments, boolean end) {
    var day = arguments.date(0);
    var months = arguments.integer(1, 0);
    if (day.isEmpty()) {
      return null;
    }
    var moved = day.get().plusMonths(months);
    return inCalendar(end ? moved.withDayOfMonth(moved.lengthOfMonth()) : moved);
  }
}
