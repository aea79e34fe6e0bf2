package io.tangram.core.formula;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * The order of values in a spreadsheet: numbers (and moments) before texts before switches; text
 * without regard to case; a blank is whatever empties the other side.
 */
final class Comparison {
  private Comparison() {}

  static int compare(Object left, Object right) {
    if (left instanceof List || right instanceof List) {
      throw FormulaError.VALUE.fault();
    }
    var a = left == null ? blankBeside(right) : left;
    var b = right == null ? blankBeside(left) : right;
    var byKind = Integer.compare(rank(a), rank(b));
    if (byKind != 0) {
      return byKind;
    }
    return rank(a) == 1
        ? text(a.toString(), b.toString())
        : Values.number(a).compareTo(Values.number(b));
  }

  private static Object blankBeside(Object other) {
    if (other instanceof String || other instanceof UUID) {
      return "";
    }
    return other instanceof Boolean ? (Object) false : BigDecimal.ZERO;
  }

  private static int rank(Object value) {
    if (value instanceof BigDecimal
        || value instanceof LocalDate
        || value instanceof Instant
        || value instanceof LocalTime) {
      return 0;
    }
    return value instanceof Boolean ? 2 : 1;
  }

  /** By code points in lower case: the order PostgreSQL's collation "C" gives to {@code lower}. */
  static int text(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int a = left.codePointAt(i);
      int b = right.codePointAt(j);
      var order = Integer.compare(Character.toLowerCase(a), Character.toLowerCase(b));
      if (order != 0) {
        return order;
      }
      i += Character.charCount(a);
      j += Character.charCount(b);
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }
}
