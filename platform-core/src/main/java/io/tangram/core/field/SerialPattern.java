package io.tangram.core.field;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a serial number looks and when it begins again: {@code QJ{yyyyMM}-{000}}. Parts in braces are
 * a date ({@code yyyy MM dd} and what they make together), {@code type} (the record type's code) or
 * the counter as zeros, which is never cut when it grows longer. It knows no counters.
 */
public final class SerialPattern {
  private static final Pattern PART = Pattern.compile("\\{([^{}]*)}|([^{}]+)");
  private static final Pattern DATE = Pattern.compile("(yyyy|yy|MM|dd)+");
  private static final Pattern COUNTER = Pattern.compile("0{1,18}");

  /** When the counter begins at 1 again. */
  public enum Reset {
    NEVER,
    YEAR,
    MONTH,
    DAY;

    /** Serials of one period share a counter: {@code 202611} for a month. */
    String period(LocalDate today) {
      return switch (this) {
        case NEVER -> "";
        case YEAR -> DateTimeFormatter.ofPattern("yyyy", Locale.ROOT).format(today);
        case MONTH -> DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT).format(today);
        case DAY -> DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).format(today);
      };
    }
  }

  private interface Part {
    String text(LocalDate today, String type, long number);
  }

  private final List<Part> parts;
  private final Reset reset;
  private final boolean perType;

  private SerialPattern(List<Part> parts, Reset reset, boolean perType) {
    this.parts = parts;
    this.reset = reset;
    this.perType = perType;
  }

  /** The pattern this text stands for; empty when it has no counter or a part nobody knows. */
  public static Optional<SerialPattern> parse(String pattern, Reset reset) {
    requireNonNull(reset, "reset is null");
    var counters = COUNTER_IN_BRACES.matcher(pattern).results().count();
    var parts = PART.matcher(pattern).results().map(m -> part(m.group(1), m.group(2))).toList();
    var matched = PART.matcher(pattern).results().mapToInt(m -> m.group().length()).sum();
    var whole = matched == pattern.length() && parts.stream().allMatch(Optional::isPresent);
    if (!whole || counters != 1) {
      return Optional.empty();
    }
    return Optional.of(
        new SerialPattern(
            parts.stream().map(Optional::get).toList(), reset, pattern.contains("{type}")));
  }

  private static final Pattern COUNTER_IN_BRACES = Pattern.compile("\\{0+}");

  private static Optional<Part> part(String inBraces, String plain) {
    if (inBraces == null) {
      return Optional.of((today, type, number) -> plain);
    }
    if (COUNTER.matcher(inBraces).matches()) {
      var format = "%0" + inBraces.length() + "d";
      return Optional.of((today, type, number) -> String.format(Locale.ROOT, format, number));
    }
    if (inBraces.equals("type")) {
      return Optional.of((today, type, number) -> type);
    }
    if (DATE.matcher(inBraces).matches()) {
      var format = DateTimeFormatter.ofPattern(inBraces, Locale.ROOT);
      return Optional.of((today, type, number) -> format.format(today));
    }
    return Optional.empty();
  }

  /** The number's text. {@code type}: code of the record's type, may be empty. */
  public String format(long number, LocalDate today, String type) {
    return parts.stream().map(p -> p.text(today, type, number)).collect(Collectors.joining());
  }

  /** Records with the same key share one counter. */
  public String counter(LocalDate today, String type) {
    return (perType ? Matcher.quoteReplacement(type) + "/" : "") + reset.period(today);
  }
}
