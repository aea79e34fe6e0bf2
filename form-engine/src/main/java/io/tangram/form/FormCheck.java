package io.tangram.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.FormulaText;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.Label;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds what a form's schema cannot see: names that lead nowhere, items twice, faulty formulas. */
final class FormCheck {
  private final FormDef form;
  private final AppVersion candidate;
  private final Map<String, LayoutType> layouts = new TreeMap<>();
  private final FieldTypes types;
  private final Violations violations;
  private final Set<String> seen = new HashSet<>();

  FormCheck(
      FormDef form,
      AppVersion candidate,
      List<LayoutType> layouts,
      FieldTypes types,
      Violations violations) {
    this.form = form;
    this.candidate = candidate;
    layouts.forEach(layout -> this.layouts.put(layout.key(), layout));
    this.types = types;
    this.violations = violations;
  }

  void run() {
    var table = candidate.find(TableDef.class, form.table());
    if (table.isEmpty()) {
      violations.add("/table", "form.table", form.table());
      return;
    }
    var names = new TableNames(table.get(), types);
    type(table.get());
    items(form.layout(), "/layout", names);
    values(form.prefill(), "/prefill", table.get(), names);
    for (var i = 0; i < form.rules().size(); i++) {
      rule(form.rules().get(i), "/rules/" + i, table.get(), names);
    }
    form.submit().thanks().ifPresent(thanks -> words(thanks, "/submit/thanks", names));
    then();
  }

  private void type(TableDef table) {
    form.type()
        .filter(type -> table.type(type).isEmpty())
        .ifPresent(type -> violations.add("/type", "form.type", type));
  }

  private void items(List<FormItem> items, String at, TableNames names) {
    for (var i = 0; i < items.size(); i++) {
      item(items.get(i), at + "/" + i, names);
    }
  }

  private void item(FormItem item, String at, TableNames names) {
    if (!seen.add(item.key())) {
      violations.add(at, "form.item-twice", item.key());
    }
    if (item.isField()) {
      if (!names.has(item.key())) {
        violations.add(at, "form.field", item.key());
      }
    } else if (names.has(item.key())) {
      violations.add(at, "form.item-named-as-field", item.key());
    }
    if (!item.items().isEmpty() && !holdsItems(item)) {
      violations.add(at + "/items", "form.items", item.type());
    }
    items(item.items(), at + "/items", names);
  }

  private boolean holdsItems(FormItem item) {
    var layout = layouts.get(item.type());
    return layout != null && layout.holdsItems();
  }

  private void rule(FormRule rule, String at, TableDef table, TableNames names) {
    formula(rule.when(), at + "/when", names, ValueType.BOOL);
    targets(rule.show(), at + "/show");
    targets(rule.hide(), at + "/hide");
    targets(rule.require(), at + "/require");
    targets(rule.readonly(), at + "/readonly");
    values(rule.set(), at + "/set", table, names);
    rule.note().ifPresent(note -> words(note, at + "/note", names));
  }

  /** Texts may hold formulas in braces. */
  private void words(Label text, String at, TableNames names) {
    for (var fault : FormulaText.of(text.toString()).check(names)) {
      violations.addAll(List.of(fault.under(at)));
    }
  }

  /** Rules speak of items of this form. */
  private void targets(List<String> keys, String at) {
    for (var i = 0; i < keys.size(); i++) {
      if (!seen.contains(keys.get(i))) {
        violations.add(at + "/" + i, "form.target", keys.get(i));
      }
    }
  }

  private void values(Map<String, JsonNode> values, String at, TableDef table, TableNames names) {
    values.forEach(
        (key, value) -> {
          var field = table.field(key);
          if (field.isEmpty()) {
            violations.add(at + "/" + key, "form.field", key);
          } else if (!types.of(field.get()).writable(field.get())) {
            violations.add(at + "/" + key, "form.computed", key);
          } else if (value.isTextual() && value.textValue().startsWith("=")) {
            formula(value.textValue().substring(1), at + "/" + key, names, ValueType.ANY);
          }
        });
  }

  private void formula(String text, String at, TableNames names, ValueType wanted) {
    try {
      Formula formula = Formulas.parse(text);
      for (var fault : formula.check(names, wanted).faults()) {
        violations.addAll(List.of(fault.under(at)));
      }
    } catch (FormulaException fault) {
      violations.addAll(List.of(fault.violation(at)));
    }
  }

  private void then() {
    form.submit()
        .then()
        .filter(path -> !candidate.documents().containsKey(path + ".json"))
        .ifPresent(path -> violations.add("/submit/then", "form.then", path));
  }
}
