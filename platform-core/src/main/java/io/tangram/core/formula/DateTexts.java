package io.tangram.core.formula;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and moments written as text: {@code 2026-02-28}, {@code 2026/2/28}, {@code 2/28/2026},
 * {@code 28-Feb-2026}, {@code Feb 28, 2026}, each with a time behind it; {@code
 * 2026-02-28T08:00:00Z}.
 */
final class DateTexts {
  private static final String TIME =
      "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?\\s*(AM|PM)?)?(Z)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})" + TIME, Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})" + TIME, Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_NAME =
      Pattern.compile("(\\d{1,2})[- ]([a-z]{3,9})[- ,]+(\\d{4})" + TIME, Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME_DAY =
      Pattern.compile("([a-z]{3,9})[- ](\\d{1,2})[- ,]+(\\d{4})" + TIME, Pattern.CASE_INSENSITIVE);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private DateTexts() {}

  /**
   * A {@code LocalDate}, or an {@code Instant} when a time stands behind; empty for other texts.
   */
  static Optional<Object> parse(String text) {
    if (text.length() > 40 || text.length() < 6) {
      return Optional.empty();
    }
    try {
      return moment(text.strip());
    } catch (DateTimeException notOnTheCalendar) {
      return Optional.empty();
    }
  }

  private static Optional<Object> moment(String text) {
    var match = YEAR_FIRST.matcher(text);
    if (match.matches()) {
      return Optional.of(at(match, number(match, 1), number(match, 2), number(match, 3)));
    }
    match = MONTH_FIRST.matcher(text);
    if (match.matches()) {
      return Optional.of(at(match, number(match, 3), number(match, 1), number(match, 2)));
    }
    match = DAY_NAME.matcher(text);
    if (match.matches()) {
      return Optional.of(at(match, number(match, 3), month(match.group(2)), number(match, 1)));
    }
    match = NAME_DAY.matcher(text);
    return match.matches()
        ? Optional.of(at(match, number(match, 3), month(match.group(1)), number(match, 2)))
        : Optional.empty();
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static int month(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    var index = MONTHS.indexOf(lower.substring(0, 3));
    return index + 1;
  }

  private static Object at(Matcher match, int year, int month, int day) {
    var date = LocalDate.of(year, month, day);
    if (match.group(4) == null) {
      return date;
    }
    var hour = hour(number(match, 4), match.group(7));
    var second = match.group(6) == null ? 0 : number(match, 6);
    var time = LocalTime.of(hour, number(match, 5), second);
    return OffsetDateTime.of(date, time, ZoneOffset.UTC).toInstant();
  }

  private static int hour(int written, String half) {
    if (half == null) {
      return written;
    }
    var hour = written % 12;
    return half.equalsIgnoreCase("PM") ? hour + 12 : hour;
  }

  static String write(Instant moment) {
    return MOMENT.format(moment);
  }

  static String write(LocalTime time) {
    return DateTimeFormatter.ofPattern("HH:mm:ss").format(time);
  }
}
