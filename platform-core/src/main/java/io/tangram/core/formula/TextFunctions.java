package io.tangram.core.formula;

import static io.tangram.core.formula.FormulaFunction.MANY;
import static io.tangram.core.formula.FormulaFunction.named;
import static io.tangram.core.formula.ValueType.ANY;
import static io.tangram.core.formula.ValueType.BOOL;
import static io.tangram.core.formula.ValueType.LIST;
import static io.tangram.core.formula.ValueType.NUMBER;
import static io.tangram.core.formula.ValueType.TEXT;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Texts: their parts, their length, numbers and days written as people want them. */
final class TextFunctions {
  private TextFunctions() {}

  static List<FormulaFunction> all() {
    return List.of(
        text("CONCATENATE", 1, MANY, TextFunctions::join).sql(SqlTexts::join),
        named("CONCAT", 1, MANY, TEXT, TextFunctions::join).takes(LIST),
        text("TEXT", 2, 2, a -> TextFormat.format(a.value(0), a.text(1))),
        named("LEN", 1, 1, NUMBER, a -> BigDecimal.valueOf(characters(a.text(0))))
            .takes(TEXT)
            .sql(SqlTexts::length),
        text("LEFT", 1, 2, TextFunctions::left).sql(SqlTexts::left),
        text("RIGHT", 1, 2, TextFunctions::right).sql(SqlTexts::right),
        text("MID", 3, 3, TextFunctions::middle).sql(SqlTexts::middle),
        text("TRIM", 1, 1, TextFunctions::trim).sql(SqlTexts::trim),
        text("UPPER", 1, 1, a -> a.text(0).toUpperCase(Locale.ROOT)).sql(SqlTexts::upper),
        text("LOWER", 1, 1, a -> a.text(0).toLowerCase(Locale.ROOT)).sql(SqlTexts::lower),
        named("EXACT", 2, 2, BOOL, a -> a.text(0).equals(a.text(1))).takes(TEXT),
        named("VALUE", 1, 1, NUMBER, a -> Values.number(a.value(0))).takes(ANY),
        named("FIND", 2, 3, NUMBER, TextFunctions::find).takes(TEXT, TEXT, NUMBER),
        text("SUBSTITUTE", 3, 4, TextFunctions::substitute),
        text("REPT", 2, 2, TextFunctions::repeat));
  }

  private static FormulaFunction text(
      String name, int min, int max, Function<Arguments, Object> java) {
    return named(name, min, max, TEXT, java);
  }

  private static Object join(Arguments arguments) {
    var joined = new StringBuilder();
    for (var value : arguments.flat(0)) {
      Values.shortEnough(joined.append(Values.text(value)).toString());
    }
    return joined.toString();
  }

  private static Object left(Arguments arguments) {
    var text = arguments.text(0);
    return cut(text, 0, length(arguments, 1, 1));
  }

  private static Object right(Arguments arguments) {
    var text = arguments.text(0);
    var count = characters(text);
    var length = Math.min(length(arguments, 1, 1), count);
    return cut(text, count - length, length);
  }

  private static Object middle(Arguments arguments) {
    var text = arguments.text(0);
    var start = arguments.integer(1, 1);
    if (start < 1) {
      throw FormulaError.VALUE.fault();
    }
    return cut(text, start - 1, length(arguments, 2, 0));
  }

  /** Characters are code points, so that no emoji is cut in two. */
  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cut(String text, int from, int length) {
    var count = characters(text);
    var start = text.offsetByCodePoints(0, Math.min(from, count));
    return text.substring(
        start, text.offsetByCodePoints(start, Math.min(length, count - Math.min(from, count))));
  }

  private static int length(Arguments arguments, int index, int otherwise) {
    var length = arguments.integer(index, otherwise);
    if (length < 0) {
      throw FormulaError.VALUE.fault();
    }
    return length;
  }

  /** Blanks around go, runs of blanks inside become one; other white space stays. */
  private static Object trim(Arguments arguments) {
    return arguments.text(0).replaceAll(" +", " ").replaceAll("^ | $", "");
  }

  private static Object find(Arguments arguments) {
    var text = arguments.text(1);
    var from = arguments.integer(2, 1);
    if (from < 1 || from > text.length() + 1) {
      throw FormulaError.VALUE.fault();
    }
    var at = text.indexOf(arguments.text(0), from - 1);
    if (at < 0) {
      throw FormulaError.VALUE.fault();
    }
    return BigDecimal.valueOf(at + 1L);
  }

  private static Object substitute(Arguments arguments) {
    var text = arguments.text(0);
    var old = arguments.text(1);
    var with = arguments.text(2);
    if (old.isEmpty()) {
      return text;
    }
    if (arguments.count() < 4) {
      return Values.shortEnough(text.replace(old, with));
    }
    var occurrence = arguments.integer(3, 1);
    if (occurrence < 1) {
      throw FormulaError.VALUE.fault();
    }
    var at = -old.length();
    for (int i = 0; i < occurrence; i++) {
      at = text.indexOf(old, at + old.length());
      if (at < 0) {
        return text;
      }
    }
    return text.substring(0, at) + with + text.substring(at + old.length());
  }

  private static Object repeat(Arguments arguments) {
    var text = arguments.text(0);
    var times = length(arguments, 1, 0);
    if ((long) text.length() * times > Values.MAX_TEXT) {
      throw FormulaError.VALUE.fault();
    }
    return text.repeat(times);
  }
}
