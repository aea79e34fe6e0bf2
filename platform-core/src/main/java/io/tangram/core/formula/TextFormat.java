package io.tangram.core.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code TEXT}: numbers as {@code 0}, {@code 0.00}, {@code #,##0.00}, {@code 0%}, {@code 000}, with
 * words around; moments as {@code yyyy-mm-dd hh:mm:ss} in any order, {@code mmm} and {@code ddd} as
 * English names. Other formats are {@code #VALUE!}, never a guess.
 */
final class TextFormat {
  private static final Pattern NUMBER =
      Pattern.compile(
          "([^0#,.%;@?*_\\[\\]]*)([#,]*0*(?:,000)*)(?:\\.(0*)(#*))?(%?)([^0#,.%;@?*_\\[\\]]*)");
  private static final Pattern MOMENT =
      Pattern.compile("yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
  private static final Pattern MOMENT_WORD = Pattern.compile("[^\\[\\]#0?@*_;]*");

  private TextFormat() {}

  static String format(Object value, String format) {
    if (value instanceof String text) {
      var number = NumberTexts.parse(text);
      return number.isPresent() ? format(number.get(), format) : text;
    }
    if (value instanceof Boolean) {
      return Values.text(value);
    }
    if (format.isEmpty()) {
      return "";
    }
    return MOMENT.matcher(format.toLowerCase(Locale.ROOT)).find()
        ? moment(value, format.toLowerCase(Locale.ROOT))
        : number(Values.number(value), format);
  }

  private static String number(BigDecimal value, String format) {
    if (format.equalsIgnoreCase("general")) {
      return Decimals.text(value);
    }
    var match = NUMBER.matcher(format);
    if (!match.matches() || unknown(format)) {
      throw FormulaError.VALUE.fault();
    }
    var fixed = match.group(3) == null ? 0 : match.group(3).length();
    var loose = match.group(4) == null ? 0 : match.group(4).length();
    var shown = match.group(5).isEmpty() ? value : value.movePointRight(2);
    var rounded = Decimals.round(shown, fixed + loose, RoundingMode.HALF_UP).abs();
    var digits = digits(rounded, match.group(2), fixed, fixed + loose);
    var sign = value.signum() < 0 && rounded.signum() != 0 ? "-" : "";
    return sign + plain(match.group(1)) + digits + match.group(5) + plain(match.group(6));
  }

  private static String digits(BigDecimal number, String whole, int fixed, int most) {
    var written = number.setScale(most, RoundingMode.HALF_UP).toPlainString();
    var point = written.indexOf('.');
    var before = point < 0 ? written : written.substring(0, point);
    var after = point < 0 ? "" : written.substring(point + 1);
    while (after.length() > fixed && after.endsWith("0")) {
      after = after.substring(0, after.length() - 1);
    }
    var zeros = (int) whole.chars().filter(c -> c == '0').count();
    before =
        zeros == 0 && before.equals("0")
            ? ""
            : "0".repeat(Math.max(0, zeros - before.length())) + before;
    before = whole.contains(",") ? before.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") : before;
    return fixed == 0 && after.isEmpty() ? before : before + "." + after;
  }

  /** Letters outside quotes are commands that are not understood, never words. */
  private static boolean unknown(String format) {
    return LETTER.matcher(QUOTED.matcher(format).replaceAll("")).find();
  }

  private static String plain(String words) {
    return words.replace("\"", "").replace("\\", "");
  }

  private static String moment(Object value, String format) {
    if (!MOMENT_WORD.matcher(format).matches() || unknown(MOMENT.matcher(format).replaceAll(""))) {
      throw FormulaError.VALUE.fault();
    }
    var moment = moment(value);
    var written = new StringBuilder();
    var parts = MOMENT.matcher(format);
    var before = "";
    var at = 0;
    while (parts.find()) {
      written.append(plain(format.substring(at, parts.start())));
      var minutes = before.startsWith("h") || format.startsWith("s", nextWord(format, parts.end()));
      written.append(part(moment, parts.group(), minutes));
      before = parts.group();
      at = parts.end();
    }
    return written.append(plain(format.substring(at))).toString();
  }

  /** {@code m} is a minute right behind an hour or before a second. */
  private static int nextWord(String format, int from) {
    var at = from;
    while (at < format.length() && !Character.isLetter(format.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String part(LocalDateTime moment, String part, boolean minutes) {
    var wide = part.length() == 2;
    if (part.length() > 2 && part.charAt(0) != 'y') {
      return name(moment, part);
    }
    switch (part.charAt(0)) {
      case 'y':
        return wide ? two(moment.getYear() % 100, true) : String.valueOf(moment.getYear());
      case 'm':
        return two(minutes ? moment.getMinute() : moment.getMonthValue(), wide);
      case 'd':
        return two(moment.getDayOfMonth(), wide);
      case 'h':
        return two(moment.getHour(), wide);
      default:
        return two(moment.getSecond(), wide);
    }
  }

  private static String name(LocalDateTime moment, String part) {
    var style = part.length() == 3 ? TextStyle.SHORT : TextStyle.FULL;
    return part.charAt(0) == 'm'
        ? moment.getMonth().getDisplayName(style, Locale.ENGLISH)
        : moment.getDayOfWeek().getDisplayName(style, Locale.ENGLISH);
  }

  private static String two(int number, boolean wide) {
    return wide && number < 10 ? "0" + number : String.valueOf(number);
  }

  private static LocalDateTime moment(Object value) {
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (value instanceof LocalTime time) {
      return LocalDate.of(1899, 12, 31).atTime(time);
    }
    var instant = value instanceof Instant given ? given : Serials.instant(Values.number(value));
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
