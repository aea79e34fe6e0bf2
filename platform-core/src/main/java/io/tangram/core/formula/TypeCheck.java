package io.tangram.core.formula;

import io.tangram.core.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks a formula's types and collects what can never work: names that lead nowhere, lists and
 * records in arithmetic. What depends on the data stays for the run.
 */
final class TypeCheck {
  private static final Set<ValueType> NO_SCALAR = Set.of(ValueType.LIST, ValueType.RECORD);
  private static final Set<ValueType> MOMENTS = Set.of(ValueType.DATE, ValueType.DATETIME);

  private final Scope scope;
  private final List<Violation> faults = new ArrayList<>();

  TypeCheck(Scope scope) {
    this.scope = scope;
  }

  List<Violation> faults() {
    return faults;
  }

  /** {@code {0}} is what is wrong, {@code {1}} its place from 1. */
  void fault(String code, String what, int position) {
    faults.add(Violation.at("", code, what, position + 1));
  }

  ValueType name(Reference reference, int position) {
    var type = scope.type(reference);
    if (type.isEmpty()) {
      fault("formula.reference", reference.toString(), position);
    }
    return type.orElse(ValueType.ANY);
  }

  void scalar(ValueType type, String symbol) {
    if (NO_SCALAR.contains(type)) {
      faults.add(Violation.at("", "formula.operand", symbol, type.word()));
    }
  }

  ValueType operator(Operator operator, ValueType left, ValueType right) {
    if (Operator.COMPARING.contains(operator)) {
      comparable(operator, left, right);
      return ValueType.BOOL;
    }
    scalar(left, operator.symbol());
    scalar(right, operator.symbol());
    if (operator == Operator.JOIN) {
      return ValueType.TEXT;
    }
    return Operator.ADDING.contains(operator) ? sum(operator, left, right) : ValueType.NUMBER;
  }

  private void comparable(Operator operator, ValueType left, ValueType right) {
    if (left == ValueType.LIST || right == ValueType.LIST) {
      scalar(ValueType.LIST, operator.symbol());
    }
  }

  private static ValueType sum(Operator operator, ValueType left, ValueType right) {
    if (left == ValueType.ANY || right == ValueType.ANY) {
      return ValueType.ANY;
    }
    var both = MOMENTS.contains(left) && MOMENTS.contains(right);
    if (both || (operator == Operator.MINUS && MOMENTS.contains(right))) {
      return ValueType.NUMBER;
    }
    if (MOMENTS.contains(left)) {
      return right == ValueType.TIME ? ValueType.DATETIME : left;
    }
    return MOMENTS.contains(right) ? right : ValueType.NUMBER;
  }

  ValueType call(FormulaFunction function, int position, List<Expression> arguments) {
    var types = new ArrayList<ValueType>();
    for (int i = 0; i < arguments.size(); i++) {
      var type = arguments.get(i).type(this);
      types.add(type);
      if (!accepts(function.parameter(i), type)) {
        faults.add(
            Violation.at(
                "", "formula.argument", function.name(), i + 1, type.word(), position + 1));
      }
    }
    return function.gives().apply(types);
  }

  private static boolean accepts(ValueType parameter, ValueType type) {
    return parameter == ValueType.LIST || parameter == ValueType.ANY || !NO_SCALAR.contains(type);
  }

  /** The one type of several branches; blanks fit everything. */
  static ValueType common(List<ValueType> types) {
    var common = ValueType.BLANK;
    for (var type : types) {
      if (common == ValueType.BLANK) {
        common = type;
      } else if (type != ValueType.BLANK && type != common) {
        return ValueType.ANY;
      }
    }
    return common;
  }
}
