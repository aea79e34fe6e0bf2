package io.tangram.core.formula;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One function with its back ends. The TypeScript one lives under the same name in the front end's
 * folder {@code formula}; {@code contract/formulas/functions.json} holds both sides together.
 *
 * @param min fewest arguments
 * @param max most arguments
 * @param takes types of the arguments, the last one repeated; {@code LIST} takes lists and single
 *     values alike
 * @param gives the result's type out of the arguments' types
 * @param sql empty where SQL cannot give the very same answer
 * @param volatileInTime whether the answer depends on the moment
 */
record FormulaFunction(
    String name,
    int min,
    int max,
    List<ValueType> takes,
    Function<List<ValueType>, ValueType> gives,
    Function<Arguments, Object> java,
    Optional<Function<SqlArguments, SqlTerm>> sql,
    boolean volatileInTime) {
  /** As many arguments as a spreadsheet takes. */
  static final int MANY = 254;

  static FormulaFunction named(
      String name, int min, int max, ValueType gives, Function<Arguments, Object> java) {
    return new FormulaFunction(
        name, min, max, List.of(ValueType.ANY), types -> gives, java, Optional.empty(), false);
  }

  FormulaFunction takes(ValueType... types) {
    return new FormulaFunction(name, min, max, List.of(types), gives, java, sql, volatileInTime);
  }

  FormulaFunction gives(Function<List<ValueType>, ValueType> result) {
    return new FormulaFunction(name, min, max, takes, result, java, sql, volatileInTime);
  }

  FormulaFunction sql(Function<SqlArguments, SqlTerm> face) {
    return new FormulaFunction(
        name, min, max, takes, gives, java, Optional.of(face), volatileInTime);
  }

  FormulaFunction changingWithTime() {
    return new FormulaFunction(name, min, max, takes, gives, java, sql, true);
  }

  boolean takes(int arguments) {
    return arguments >= min && arguments <= max;
  }

  ValueType parameter(int index) {
    return takes.get(Math.min(index, takes.size() - 1));
  }
}
