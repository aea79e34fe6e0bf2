package io.tangram.core.formula;

import static io.tangram.core.formula.FormulaFunction.MANY;
import static io.tangram.core.formula.FormulaFunction.named;
import static io.tangram.core.formula.ValueType.ANY;
import static io.tangram.core.formula.ValueType.BOOL;
import static io.tangram.core.formula.ValueType.LIST;
import static io.tangram.core.formula.ValueType.NUMBER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Sums and counts over sub-tables, relations and single values alike. */
final class ListFunctions {
  private ListFunctions() {}

  static List<FormulaFunction> all() {
    return List.of(
        over("SUM", NUMBER, ListFunctions::sum).sql(SqlLists::sum),
        over("AVERAGE", NUMBER, ListFunctions::average).sql(SqlLists::average),
        over("COUNT", NUMBER, ListFunctions::count).sql(SqlLists::count),
        over("COUNTA", NUMBER, a -> whole(a.flat(0).stream().filter(v -> v != null).count())),
        over("MIN", NUMBER, a -> extreme(a, -1)).gives(ListFunctions::alike).sql(SqlLists::min),
        over("MAX", NUMBER, a -> extreme(a, 1)).gives(ListFunctions::alike).sql(SqlLists::max),
        over("PRODUCT", NUMBER, ListFunctions::product),
        named("CONTAINS", 2, 2, BOOL, ListFunctions::contains)
            .takes(LIST, ANY)
            .sql(SqlLists::contains));
  }

  private static FormulaFunction over(
      String name, ValueType gives, Function<Arguments, Object> java) {
    return named(name, 1, MANY, gives, java).takes(LIST);
  }

  private static Object sum(Arguments arguments) {
    return Decimals.bounded(arguments.numbers(0).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static Object product(Arguments arguments) {
    return arguments.numbers(0).stream()
        .reduce((a, b) -> Decimals.bounded(a.multiply(b)))
        .orElse(BigDecimal.ZERO);
  }

  private static Object average(Arguments arguments) {
    var numbers = arguments.numbers(0);
    var sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Decimals.divide(sum, BigDecimal.valueOf(numbers.size()));
  }

  /** Numbers among single values; of a list every element that is not blank. */
  private static Object count(Arguments arguments) {
    long found = 0;
    for (int i = 0; i < arguments.count(); i++) {
      var value = arguments.outcome(i);
      if (value instanceof List<?> list) {
        found += list.stream().filter(element -> element != null).count();
      } else if (countable(value, arguments.named(i))) {
        found++;
      }
    }
    return whole(found);
  }

  private static boolean countable(Object value, boolean named) {
    if (value == null || value instanceof FormulaError) {
      return !named && value == null;
    }
    if (value instanceof String text) {
      return !named && NumberTexts.parse(text).isPresent();
    }
    return !named || !(value instanceof Boolean);
  }

  private static BigDecimal whole(long number) {
    return BigDecimal.valueOf(number);
  }

  /** Smallest or largest; a day stays a day when all are days. */
  private static Object extreme(Arguments arguments, int sign) {
    var best = arguments.numbers(0).stream().reduce((a, b) -> a.compareTo(b) * sign >= 0 ? a : b);
    if (best.isEmpty()) {
      return BigDecimal.ZERO;
    }
    var days = days(arguments);
    return days ? Serials.date(best.get()) : best.get();
  }

  private static boolean days(Arguments arguments) {
    var values = new ArrayList<>(arguments.flat(0));
    values.removeIf(value -> value == null);
    return !values.isEmpty() && values.stream().allMatch(LocalDate.class::isInstance);
  }

  private static ValueType alike(List<ValueType> types) {
    var common = TypeCheck.common(types);
    return common == ValueType.DATE ? common : common == LIST || common == ANY ? ANY : NUMBER;
  }

  /** Whether a list holds the value, or a text the part; without regard to case. */
  private static Object contains(Arguments arguments) {
    var whole = arguments.value(0);
    var part = arguments.value(1);
    if (whole instanceof List<?> list) {
      return part != null
          && list.stream()
              .map(element -> Values.sound(Values.of(element)))
              .anyMatch(element -> element != null && Comparison.compare(element, part) == 0);
    }
    return lower(Values.text(whole)).contains(lower(Values.text(part)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
