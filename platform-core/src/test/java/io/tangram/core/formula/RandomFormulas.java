package io.tangram.core.formula;

import java.util.List;
import java.util.Random;

/**
 * Formulas of any shape over the names of the shared examples, sound in their types but free to
 * divide by nothing or to read blanks.
 */
final class RandomFormulas {
  private static final List<String> NUMBERS =
      List.of("days", "price", "rate", "neg", "nothing", "code", "0", "1", "2.5", "100", "0.001");
  private static final List<String> TEXTS =
      List.of("reason", "empty", "emoji", "'ab'", "''", "'X y'", "'七'");
  private static final List<String> DATES =
      List.of("start", "end", "no_day", "at", "later", "'2024-02-29'", "TODAY()");
  private static final List<String> TRUTHS =
      List.of("urgent", "closed", "no_switch", "TRUE", "FALSE");

  private final Random random;

  RandomFormulas(long seed) {
    this.random = new Random(seed);
  }

  String any(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> text(depth);
      case 1 -> truth(depth);
      case 2 -> date(depth);
      default -> number(depth);
    };
  }

  String number(int depth) {
    if (depth == 0) {
      return one(NUMBERS);
    }
    var d = depth - 1;
    return switch (random.nextInt(16)) {
      case 0, 1 -> "(" + number(d) + one(List.of(" + ", " - ")) + number(d) + ")";
      case 2 -> "(" + number(d) + " * " + number(d) + ")";
      case 3 -> "(" + number(d) + " / " + number(d) + ")";
      case 4 -> "-" + number(d);
      case 5 -> "ROUND(" + number(d) + ", " + random.nextInt(-1, 4) + ")";
      case 6 -> one(List.of("ABS", "INT", "SIGN")) + "(" + number(d) + ")";
      case 7 -> "MOD(" + number(d) + ", " + number(d) + ")";
      case 8 -> "IF(" + truth(d) + ", " + number(d) + ", " + number(d) + ")";
      case 9 -> one(List.of("SUM", "MIN", "MAX", "AVERAGE")) + "(amounts, " + number(d) + ")";
      case 10 -> "LEN(" + text(d) + ")";
      case 11 -> "DAYS(" + date(d) + ", " + date(d) + ")";
      case 12 -> one(List.of("YEAR", "MONTH", "DAY", "WEEKDAY")) + "(" + date(d) + ")";
      case 13 -> "IFERROR(" + number(d) + ", " + number(d) + ")";
      case 14 -> one(List.of("ROUNDUP", "ROUNDDOWN")) + "(" + number(d) + ", 2)";
      default -> "(" + one(NUMBERS) + " ^ " + random.nextInt(-2, 5) + ")";
    };
  }

  String text(int depth) {
    if (depth == 0) {
      return one(TEXTS);
    }
    var d = depth - 1;
    return switch (random.nextInt(7)) {
      case 0 -> "(" + text(d) + " & " + any(d) + ")";
      case 1 -> one(List.of("LEFT", "RIGHT")) + "(" + text(d) + ", " + random.nextInt(4) + ")";
      case 2 -> "MID(" + text(d) + ", " + random.nextInt(3) + ", 2)";
      case 3 -> one(List.of("UPPER", "LOWER", "TRIM")) + "(" + text(d) + ")";
      case 4 -> "IF(" + truth(d) + ", " + text(d) + ", " + text(d) + ")";
      case 5 -> "CONCATENATE(" + text(d) + ", " + number(d) + ")";
      default -> one(TEXTS);
    };
  }

  String truth(int depth) {
    if (depth == 0) {
      return one(TRUTHS);
    }
    var d = depth - 1;
    var compare = one(List.of(" = ", " <> ", " < ", " <= ", " > ", " >= "));
    return switch (random.nextInt(9)) {
      case 0, 1 -> "(" + number(d) + compare + number(d) + ")";
      case 2 -> "(" + text(d) + compare + text(d) + ")";
      case 3 -> "(" + date(d) + compare + date(d) + ")";
      case 4 -> "(" + any(d) + compare + any(d) + ")";
      case 5 -> one(List.of("AND", "OR", "XOR")) + "(" + truth(d) + ", " + truth(d) + ")";
      case 6 -> "NOT(" + truth(d) + ")";
      case 7 -> one(List.of("ISBLANK", "ISERROR")) + "(" + any(d) + ")";
      default -> "CONTAINS(" + one(List.of("tags", "reason", "emoji")) + ", " + text(d) + ")";
    };
  }

  String date(int depth) {
    if (depth == 0) {
      return one(DATES);
    }
    var d = depth - 1;
    return switch (random.nextInt(4)) {
      case 0 -> "(" + one(List.of("start", "end", "at")) + " + " + random.nextInt(-40, 40) + ")";
      case 1 ->
          one(List.of("EDATE", "EOMONTH")) + "(" + date(d) + ", " + random.nextInt(-14, 14) + ")";
      default -> one(DATES);
    };
  }

  private String one(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
