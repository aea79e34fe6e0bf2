package io.tangram.form;

import io.tangram.core.formula.Environment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A form at one moment: which of its fields are seen, must be filled, may be entered. Worked out
 * from the values alone.
 *
 * @param visible keys of the fields that are shown
 * @param required keys of those among them that the form asks for
 * @param open keys of those among them that may be entered
 * @param holding the rules whose condition holds, in order
 */
record FormState(
    Set<String> visible, Set<String> required, Set<String> open, List<FormFormulas.Rule> holding) {
  static FormState of(FormDef form, FormFormulas formulas, Environment values) {
    var holding = new ArrayList<FormFormulas.Rule>();
    var shownBySome = new HashSet<String>();
    for (var rule : formulas.rules()) {
      shownBySome.addAll(rule.rule().show());
      if (rule.when().holds(values)) {
        holding.add(rule);
      }
    }
    var walk = new Walk(holding, shownBySome);
    form.layout().forEach(item -> walk.item(item, true));
    return new FormState(walk.visible, walk.required, walk.open, List.copyOf(holding));
  }

  /** Goes down the layout: what stands in a hidden group is hidden. */
  private static final class Walk {
    private final Set<String> visible = new HashSet<>();
    private final Set<String> required = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> shownBySome;
    private final Set<String> shown = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> fixed = new HashSet<>();

    Walk(List<FormFormulas.Rule> holding, Set<String> shownBySome) {
      this.shownBySome = shownBySome;
      for (var rule : holding) {
        shown.addAll(rule.rule().show());
        hidden.addAll(rule.rule().hide());
        asked.addAll(rule.rule().require());
        fixed.addAll(rule.rule().readonly());
      }
    }

    void item(FormItem item, boolean above) {
      var seen = above && !hidden.contains(item.key()) && shownOrFree(item.key());
      if (seen && item.isField()) {
        field(item);
      }
      item.items().forEach(inner -> item(inner, seen));
    }

    private boolean shownOrFree(String key) {
      return !shownBySome.contains(key) || shown.contains(key);
    }

    private void field(FormItem item) {
      visible.add(item.key());
      if (item.required() || asked.contains(item.key())) {
        required.add(item.key());
      }
      if (!item.readonly() && !fixed.contains(item.key())) {
        open.add(item.key());
      }
    }
  }
}
