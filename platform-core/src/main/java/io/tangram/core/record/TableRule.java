package io.tangram.core.record;

import io.tangram.core.formula.Environment;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.Formulas;
import io.tangram.core.metadata.TableDef.Rule;
import java.util.Optional;

/** A rule of a table, parsed once per version. */
record TableRule(Optional<Formula> when, Formula check) {
  static TableRule of(Rule rule) {
    return new TableRule(rule.when().map(Formulas::parse), Formulas.parse(rule.check()));
  }

  boolean broken(Environment environment) {
    var applies = when.isEmpty() || when.get().holds(environment);
    return applies && !check.holds(environment);
  }
}
