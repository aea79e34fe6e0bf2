package io.tangram.workflow.definition;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A length of time as documents write it: {@code 30s 30min 1h 3d 1w 1mo} (FORMAT section 6). Days
 * and longer are kept as days, weeks and months, since their length in hours depends on the
 * calendar.
 */
public record Span(int amount, Unit unit) {
  private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,5})(s|min|h|d|w|mo)");

  /** The units, with their letter and place in ISO 8601. */
  public enum Unit {
    s("PT", "S"),
    min("PT", "M"),
    h("PT", "H"),
    d("P", "D"),
    w("P", "W"),
    mo("P", "M");

    private final String before;
    private final String after;

    Unit(String before, String after) {
      this.before = before;
      this.after = after;
    }
  }

  /** Empty when the text is none. */
  public static Optional<Span> parse(String text) {
    var match = WRITTEN.matcher(text);
    return match.matches()
        ? Optional.of(new Span(Integer.parseInt(match.group(1)), Unit.valueOf(match.group(2))))
        : Optional.empty();
  }

  /** As BPMN writes it: {@code PT30M}, {@code P3D}. */
  public String iso() {
    return unit.before + amount + unit.after;
  }

  public TemporalAmount length() {
    return unit.before.equals("PT") ? Duration.parse(iso()) : Period.parse(iso());
  }
}
