package io.tangram.core.formula;

import static io.tangram.core.formula.FormulaFunction.MANY;
import static io.tangram.core.formula.FormulaFunction.named;
import static io.tangram.core.formula.ValueType.ANY;
import static io.tangram.core.formula.ValueType.BOOL;
import static io.tangram.core.formula.ValueType.LIST;
import static io.tangram.core.formula.ValueType.NUMBER;
import static io.tangram.core.formula.ValueType.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Conditions, choices and questions about a value. */
final class LogicFunctions {
  private LogicFunctions() {}

  static List<FormulaFunction> all() {
    var all = new ArrayList<FormulaFunction>();
    all.addAll(truths());
    all.addAll(choices());
    all.addAll(questions());
    return all;
  }

  private static List<FormulaFunction> truths() {
    return List.of(
        named("TRUE", 0, 0, BOOL, a -> true).sql(a -> SqlTerm.literal(true)),
        named("FALSE", 0, 0, BOOL, a -> false).sql(a -> SqlTerm.literal(false)),
        named("NOT", 1, 1, BOOL, a -> !a.bool(0)).takes(BOOL).sql(SqlLogic::not),
        named("AND", 1, MANY, BOOL, a -> !truths(a).contains(false)).takes(LIST).sql(SqlLogic::and),
        named("OR", 1, MANY, BOOL, a -> truths(a).contains(true)).takes(LIST).sql(SqlLogic::or),
        named("XOR", 1, MANY, BOOL, LogicFunctions::odd).takes(LIST).sql(SqlLogic::xor));
  }

  /** The truths of all arguments; blanks do not count, but there must be one that does. */
  private static List<Boolean> truths(Arguments arguments) {
    var truths = new ArrayList<Boolean>();
    for (var value : arguments.flat(0)) {
      if (value != null) {
        truths.add(Values.bool(value));
      }
    }
    if (truths.isEmpty()) {
      throw FormulaError.VALUE.fault();
    }
    return truths;
  }

  private static Object odd(Arguments arguments) {
    return truths(arguments).stream().filter(truth -> truth).count() % 2 == 1;
  }

  private static List<FormulaFunction> choices() {
    return List.of(
        named("IF", 2, 3, ANY, LogicFunctions::choose)
            .takes(BOOL, ANY)
            .gives(types -> TypeCheck.common(types.subList(1, types.size())))
            .sql(SqlLogic::choose),
        named("IFS", 2, MANY, ANY, LogicFunctions::firstTrue)
            .takes(ANY)
            .gives(types -> TypeCheck.common(everySecond(types, 1)))
            .sql(SqlLogic::firstTrue),
        named("SWITCH", 3, MANY, ANY, LogicFunctions::match)
            .takes(ANY)
            .gives(types -> TypeCheck.common(switchResults(types)))
            .sql(SqlLogic::match),
        named("IFERROR", 2, 2, ANY, a -> isError(a.outcome(0)) ? a.value(1) : a.value(0))
            .gives(TypeCheck::common)
            .sql(SqlLogic::insteadOfError),
        named("IFNA", 2, 2, ANY, a -> notAvailable(a.outcome(0)) ? a.value(1) : a.value(0))
            .gives(TypeCheck::common));
  }

  private static Object choose(Arguments arguments) {
    if (arguments.bool(0)) {
      return arguments.value(1);
    }
    return arguments.count() > 2 ? arguments.value(2) : (Object) false;
  }

  private static Object firstTrue(Arguments arguments) {
    for (int i = 0; i + 1 < arguments.count(); i += 2) {
      if (arguments.bool(i)) {
        return arguments.value(i + 1);
      }
    }
    throw FormulaError.NOT_AVAILABLE.fault();
  }

  private static Object match(Arguments arguments) {
    var wanted = arguments.value(0);
    for (int i = 1; i + 1 < arguments.count(); i += 2) {
      if (Comparison.compare(wanted, arguments.value(i)) == 0) {
        return arguments.value(i + 1);
      }
    }
    if (arguments.count() % 2 == 0) {
      return arguments.value(arguments.count() - 1);
    }
    throw FormulaError.NOT_AVAILABLE.fault();
  }

  private static List<ValueType> switchResults(List<ValueType> types) {
    var results = new ArrayList<>(everySecond(types, 2));
    if (types.size() % 2 == 0) {
      results.add(types.get(types.size() - 1));
    }
    return results;
  }

  private static List<ValueType> everySecond(List<ValueType> types, int from) {
    var some = new ArrayList<ValueType>();
    for (int i = from; i < types.size(); i += 2) {
      some.add(types.get(i));
    }
    return some;
  }

  private static List<FormulaFunction> questions() {
    return List.of(
        named("ISBLANK", 1, 1, BOOL, a -> blank(a.outcome(0))).takes(LIST).sql(SqlLogic::blank),
        question("ISERROR", LogicFunctions::isError).sql(SqlLogic::isError),
        question("ISERR", value -> isError(value) && !notAvailable(value)),
        question("ISNA", LogicFunctions::notAvailable),
        question("ISNUMBER", value -> ValueType.of(value) == NUMBER || moment(value)),
        question("ISTEXT", value -> ValueType.of(value) == TEXT),
        question("ISNONTEXT", value -> ValueType.of(value) != TEXT),
        question("ISLOGICAL", Boolean.class::isInstance),
        named("NA", 0, 0, ANY, a -> FormulaError.NOT_AVAILABLE),
        named("N", 1, 1, NUMBER, a -> plainNumber(a.value(0))));
  }

  private static FormulaFunction question(String name, Predicate<Object> question) {
    return named(name, 1, 1, BOOL, a -> question.test(a.outcome(0))).takes(LIST);
  }

  /** An empty list is blank too: a relation or a file field that holds nothing. */
  private static boolean blank(Object value) {
    return value == null || (value instanceof List<?> list && list.isEmpty());
  }

  private static boolean isError(Object value) {
    return value instanceof FormulaError;
  }

  private static boolean notAvailable(Object value) {
    return value == FormulaError.NOT_AVAILABLE;
  }

  private static boolean moment(Object value) {
    var type = ValueType.of(value);
    return type == ValueType.DATE || type == ValueType.DATETIME || type == ValueType.TIME;
  }

  private static Object plainNumber(Object value) {
    return value instanceof String ? BigDecimal.ZERO : Values.number(value);
  }
}
