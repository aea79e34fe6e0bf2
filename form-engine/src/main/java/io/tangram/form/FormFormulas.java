package io.tangram.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.Formulas;
import io.tangram.core.metadata.AppVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form's formulas, parsed once per version. */
final class FormFormulas {
  private record Key(String form) {}

  /** A rule with its formulas. */
  record Rule(FormRule rule, Formula when, Map<String, Optional<Formula>> set) {}

  private final Map<String, Optional<Formula>> prefill;
  private final List<Rule> rules;

  private FormFormulas(FormDef form) {
    this.prefill = formulas(form.prefill());
    this.rules =
        form.rules().stream()
            .map(rule -> new Rule(rule, Formulas.parse(rule.when()), formulas(rule.set())))
            .toList();
  }

  static FormFormulas of(AppVersion version, FormDef form) {
    return version.derived(new Key(form.key()), key -> new FormFormulas(form));
  }

  /** Field to its formula; empty for a plain value. */
  Map<String, Optional<Formula>> prefill() {
    return prefill;
  }

  List<Rule> rules() {
    return rules;
  }

  /** All of them, to know what has to be read before they run. */
  List<Formula> all() {
    var all = new ArrayList<Formula>();
    prefill.values().forEach(formula -> formula.ifPresent(all::add));
    for (var rule : rules) {
      all.add(rule.when());
      rule.set().values().forEach(formula -> formula.ifPresent(all::add));
    }
    return all;
  }

  private static Map<String, Optional<Formula>> formulas(Map<String, JsonNode> values) {
    var formulas = new LinkedHashMap<String, Optional<Formula>>();
    values.forEach((key, value) -> formulas.put(key, Formulas.in(value)));
    return formulas;
  }
}
