package io.tangram.core.schema;

import io.tangram.core.formula.Formula;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.Scope;
import io.tangram.core.formula.ValueType;
import io.tangram.core.problem.Violation;
import io.tangram.core.problem.Violations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong at one place of a document. */
record Faults(Violations found, String at) {
  Faults under(String member) {
    return new Faults(found, at + "/" + member);
  }

  Faults under(String list, int index) {
    return new Faults(found, at + "/" + list + "/" + index);
  }

  void add(String code, Object... arguments) {
    found.add(at, code, arguments);
  }

  void addAll(Violations inside) {
    addAll(inside.list());
  }

  void addAll(List<Violation> inside) {
    found.addAll(inside.stream().map(violation -> violation.under(at)).toList());
  }

  void unlessKnown(String key, Collection<String> known, String code) {
    if (!known.contains(key)) {
      add(code, key);
    }
  }

  /** Parses and checks a formula; {@code ANY} where every result will do. */
  Optional<Formula> formula(String text, Scope scope, ValueType wanted) {
    try {
      var formula = Formulas.parse(text);
      addAll(formula.check(scope, wanted).faults());
      return Optional.of(formula);
    } catch (FormulaException e) {
      found.addAll(List.of(e.violation(at)));
      return Optional.empty();
    }
  }

  void condition(Optional<String> text, String member, Scope scope) {
    text.ifPresent(formula -> under(member).formula(formula, scope, ValueType.BOOL));
  }
}
