package io.tangram.core.formula;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of one call, each computed when it is asked for: {@code IF} never touches the
 * branch it does not take. Errors are thrown as faults.
 */
final class Arguments {
  private final List<Expression> expressions;
  private final Environment environment;

  Arguments(List<Expression> expressions, Environment environment) {
    this.expressions = expressions;
    this.environment = environment;
  }

  int count() {
    return expressions.size();
  }

  ZonedDateTime now() {
    return environment.now();
  }

  /** The value, blank as null. */
  Object value(int index) {
    return Values.sound(expressions.get(index).evaluate(environment));
  }

  /** The value, an error as a value. */
  Object outcome(int index) {
    try {
      return expressions.get(index).evaluate(environment);
    } catch (Fault fault) {
      return fault.error();
    }
  }

  BigDecimal number(int index) {
    return Values.number(value(index));
  }

  /** A whole number, cut towards zero; {@code otherwise} where the argument is not there. */
  int integer(int index, int otherwise) {
    return index < count() ? Decimals.integer(number(index)) : otherwise;
  }

  String text(int index) {
    return Values.text(value(index));
  }

  String text(int index, String otherwise) {
    return index < count() ? text(index) : otherwise;
  }

  boolean bool(int index) {
    return Values.bool(value(index));
  }

  /** Whether the argument is a name in the formula, whose kind of value counts as it is. */
  boolean named(int index) {
    return expressions.get(index) instanceof Name;
  }

  /** The day of a date, a moment, a number or a text; empty for a blank. */
  Optional<LocalDate> date(int index) {
    var value = value(index);
    if (value instanceof LocalDate date) {
      return Optional.of(date);
    }
    if (value instanceof Instant moment) {
      return Optional.of(moment.atOffset(ZoneOffset.UTC).toLocalDate());
    }
    return value == null ? Optional.empty() : Optional.of(Serials.date(Values.number(value)));
  }

  /** The time of day of a time, a moment, a number or a text; midnight for a blank or a date. */
  LocalTime time(int index) {
    var value = value(index);
    if (value instanceof LocalTime time) {
      return time;
    }
    var serial = Values.number(value);
    if (serial.signum() < 0) {
      throw FormulaError.NUMBER.fault();
    }
    return Serials.instant(serial).atOffset(ZoneOffset.UTC).toLocalTime();
  }

  /**
   * The numbers of all arguments from one on: elements of lists and of names only where they are
   * numbers or moments, written values where they can be read as numbers.
   */
  List<BigDecimal> numbers(int from) {
    var numbers = new ArrayList<BigDecimal>();
    for (int i = from; i < count(); i++) {
      var value = value(i);
      if (value instanceof List<?> list) {
        list.forEach(element -> addIfNumber(element, numbers));
      } else if (named(i)) {
        addIfNumber(value, numbers);
      } else {
        numbers.add(Values.number(value));
      }
    }
    return numbers;
  }

  private static void addIfNumber(Object raw, List<BigDecimal> numbers) {
    var value = Values.sound(Values.of(raw));
    if (value instanceof BigDecimal number) {
      numbers.add(number);
    } else if (value instanceof LocalDate
        || value instanceof Instant
        || value instanceof LocalTime) {
      numbers.add(Serials.of(value));
    }
  }

  /** All values, lists opened, blanks kept. */
  List<Object> flat(int from) {
    var values = new ArrayList<Object>();
    for (int i = from; i < count(); i++) {
      var value = value(i);
      if (value instanceof List<?> list) {
        list.forEach(element -> values.add(Values.sound(Values.of(element))));
      } else {
        values.add(value);
      }
    }
    return values;
  }
}
