package io.tangram.core.formula;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/** The operators between two values, longest symbols first so that the parser may try in order. */
enum Operator {
  NOT_EQUAL("<>") {
    @Override
    Object apply(Object left, Object right) {
      return Comparison.compare(left, right) != 0;
    }
  },
  LESS_OR_EQUAL("<=") {
    @Override
    Object apply(Object left, Object right) {
      return Comparison.compare(left, right) <= 0;
    }
  },
  GREATER_OR_EQUAL(">=") {
    @Override
    Object apply(Object left, Object right) {
      return Comparison.compare(left, right) >= 0;
    }
  },
  EQUAL("=") {
    @Override
    Object apply(Object left, Object right) {
      return Comparison.compare(left, right) == 0;
    }
  },
  LESS("<") {
    @Override
    Object apply(Object left, Object right) {
      return Comparison.compare(left, right) < 0;
    }
  },
  GREATER(">") {
    @Override
    Object apply(Object left, Object right) {
      return Comparison.compare(left, right) > 0;
    }
  },
  JOIN("&") {
    @Override
    Object apply(Object left, Object right) {
      return Values.shortEnough(Values.text(left) + Values.text(right));
    }
  },
  PLUS("+") {
    @Override
    Object apply(Object left, Object right) {
      return Serials.plus(left, right);
    }
  },
  MINUS("-") {
    @Override
    Object apply(Object left, Object right) {
      return Serials.minus(left, right);
    }
  },
  TIMES("*") {
    @Override
    Object apply(Object left, Object right) {
      return Decimals.bounded(Values.number(left).multiply(Values.number(right)));
    }
  },
  DIVIDED("/") {
    @Override
    Object apply(Object left, Object right) {
      BigDecimal above = Values.number(left);
      return Decimals.divide(above, Values.number(right));
    }
  },
  POWER("^") {
    @Override
    Object apply(Object left, Object right) {
      BigDecimal base = Values.number(left);
      return Decimals.power(base, Values.number(right));
    }
  };

  static final Set<Operator> COMPARING = EnumSet.range(NOT_EQUAL, GREATER);
  static final Set<Operator> JOINING = EnumSet.of(JOIN);
  static final Set<Operator> ADDING = EnumSet.of(PLUS, MINUS);
  static final Set<Operator> MULTIPLYING = EnumSet.of(TIMES, DIVIDED);
  static final Set<Operator> RAISING = EnumSet.of(POWER);

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }

  /** The value; both sides are sound (no errors). */
  abstract Object apply(Object left, Object right);
}
