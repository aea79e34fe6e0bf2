package io.tangram.core.formula;

import static io.tangram.core.formula.FormulaFunction.named;
import static io.tangram.core.formula.ValueType.NUMBER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** Arithmetic on single numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  static List<FormulaFunction> all() {
    return List.of(
        number("ABS", 1, 1, a -> a.number(0).abs()).sql(SqlNumbers::abs),
        number("INT", 1, 1, a -> Decimals.floor(a.number(0))).sql(SqlNumbers::floor),
        number("SIGN", 1, 1, a -> BigDecimal.valueOf(a.number(0).signum())).sql(SqlNumbers::sign),
        number("MOD", 2, 2, NumberFunctions::mod).sql(SqlNumbers::mod),
        number("ROUND", 2, 2, a -> round(a, RoundingMode.HALF_UP)).sql(SqlNumbers::round),
        number("ROUNDUP", 2, 2, a -> round(a, RoundingMode.UP)).sql(SqlNumbers::roundUp),
        number("ROUNDDOWN", 2, 2, a -> round(a, RoundingMode.DOWN)).sql(SqlNumbers::roundDown),
        number("TRUNC", 1, 2, a -> round(a, RoundingMode.DOWN)).sql(SqlNumbers::roundDown),
        number("POWER", 2, 2, a -> Decimals.power(a.number(0), a.number(1))),
        number("SQRT", 1, 1, NumberFunctions::sqrt),
        number("QUOTIENT", 2, 2, NumberFunctions::quotient));
  }

  private static FormulaFunction number(
      String name, int min, int max, Function<Arguments, Object> java) {
    return named(name, min, max, NUMBER, java).takes(NUMBER);
  }

  private static Object round(Arguments arguments, RoundingMode mode) {
    var number = arguments.number(0);
    return Decimals.round(number, arguments.integer(1, 0), mode);
  }

  /** The rest has the sign of the divisor. */
  private static Object mod(Arguments arguments) {
    var number = arguments.number(0);
    var by = arguments.number(1);
    if (by.signum() == 0) {
      throw FormulaError.DIVISION.fault();
    }
    var rest = number.remainder(by);
    return rest.signum() != 0 && rest.signum() != by.signum() ? rest.add(by) : rest;
  }

  private static Object quotient(Arguments arguments) {
    var number = arguments.number(0);
    var by = arguments.number(1);
    if (by.signum() == 0) {
      throw FormulaError.DIVISION.fault();
    }
    return number.divideToIntegralValue(by);
  }

  private static Object sqrt(Arguments arguments) {
    var number = arguments.number(0);
    if (number.signum() < 0) {
      throw FormulaError.NUMBER.fault();
    }
    return Decimals.approximate(Math.sqrt(number.doubleValue()));
  }
}
