package io.tangram.core.field;

import static java.util.Objects.requireNonNull;

/**
 * A time from start to end; both are {@code LocalDate} (end included) or both {@code Instant} (end
 * excluded when compared for overlaps).
 */
public record DateRange(Object start, Object end) {
  public DateRange {
    requireNonNull(start, "start is null");
    requireNonNull(end, "end is null");
  }
}
