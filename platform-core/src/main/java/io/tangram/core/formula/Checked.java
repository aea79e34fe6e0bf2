package io.tangram.core.formula;

import io.tangram.core.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a check found.
 *
 * @param type the result's type; {@code ANY} where it cannot be known before it runs
 * @param faults pointers are empty: the caller puts the place of the formula before them
 */
public record Checked(ValueType type, List<Violation> faults) {
  private static final Set<ValueType> FREE = Set.of(ValueType.ANY, ValueType.BLANK);
  private static final Set<ValueType> MOMENTS = Set.of(ValueType.DATE, ValueType.DATETIME);

  public Checked {
    faults = List.copyOf(faults);
  }

  public boolean clean() {
    return faults.isEmpty();
  }

  /** Adds a fault when the result cannot be taken as the wanted type. */
  Checked wanting(ValueType wanted) {
    if (!faults.isEmpty() || fits(wanted)) {
      return this;
    }
    var more = new ArrayList<>(faults);
    more.add(Violation.at("", "formula.result", wanted.word(), type.word()));
    return new Checked(type, more);
  }

  private boolean fits(ValueType wanted) {
    return type == wanted
        || wanted == ValueType.ANY
        || FREE.contains(type)
        || (wanted == ValueType.TEXT && type != ValueType.LIST)
        || (MOMENTS.contains(wanted) && MOMENTS.contains(type));
  }
}
