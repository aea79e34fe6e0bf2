package io.tangram.form.view;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.Violations;
import io.tangram.form.TableNames;
import java.util.HashSet;
import java.util.List;

/** Finds what a view's schema cannot see: columns that are not there, faulty conditions. */
final class ViewCheck {
  private final ViewDef view;
  private final AppVersion candidate;
  private final FieldTypes types;
  private final Violations violations;

  ViewCheck(ViewDef view, AppVersion candidate, FieldTypes types, Violations violations) {
    this.view = view;
    this.candidate = candidate;
    this.types = types;
    this.violations = violations;
  }

  void run() {
    var table = candidate.find(TableDef.class, view.table());
    if (table.isEmpty()) {
      violations.add("/table", "form.table", view.table());
      return;
    }
    var names = new TableNames(table.get(), types);
    columns(names);
    sort(names);
    view.where().ifPresent(where -> condition(where, names));
  }

  private void columns(TableNames names) {
    var seen = new HashSet<String>();
    for (var i = 0; i < view.columns().size(); i++) {
      var key = view.columns().get(i).key();
      if (!names.has(key)) {
        violations.add("/columns/" + i, "form.field", key);
      } else if (!seen.add(key)) {
        violations.add("/columns/" + i, "view.column-twice", key);
      }
    }
  }

  private void sort(TableNames names) {
    for (var i = 0; i < view.sort().size(); i++) {
      var key = view.sort().get(i).key();
      if (!names.has(key)) {
        violations.add("/sort/" + i, "form.field", key);
      } else if (!names.sortable(key)) {
        violations.add("/sort/" + i, "view.sort", key);
      }
    }
  }

  private void condition(String where, TableNames names) {
    try {
      for (var fault : Formulas.parse(where).check(names, ValueType.BOOL).faults()) {
        violations.addAll(List.of(fault.under("/where")));
      }
    } catch (FormulaException fault) {
      violations.addAll(List.of(fault.violation("/where")));
    }
  }
}
