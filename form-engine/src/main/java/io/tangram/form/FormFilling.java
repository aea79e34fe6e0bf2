package io.tangram.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.access.Actor;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.Reference;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.Violations;
import io.tangram.core.record.RecordDraft;
import io.tangram.core.record.RecordTrial;
import io.tangram.core.record.RecordTrial.Tried;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Turns what was entered into what the form hands down: prefilled where nothing was entered,
 * without what is hidden or only shown, with what rules set. It writes nothing.
 */
@Singleton
class FormFilling {
  private final RecordTrial trial;
  private final FieldJson json;

  FormFilling(RecordTrial trial, FieldJson json) {
    this.trial = trial;
    this.json = json;
  }

  /**
   * What goes on to the record.
   *
   * @param version of the record that is gone on with; empty for a new one
   */
  record Filled(ObjectNode values, Optional<Integer> version) {}

  /** One filling in progress. */
  private record Run(
      AppVersion version,
      FormDef form,
      TableDef table,
      Submission submission,
      Optional<UUID> stored,
      Actor actor) {
    FormFormulas formulas() {
      return FormFormulas.of(version, form);
    }

    RecordDraft draft(ObjectNode values) {
      return new RecordDraft(stored, form.type(), values);
    }
  }

  /**
   * Adds what the form misses to the violations, unless it is only kept as a draft.
   *
   * @param stored id of a record that may be there already, to be gone on with
   */
  Filled fill(
      AppVersion version,
      FormDef form,
      Submission submission,
      Optional<UUID> stored,
      Actor actor,
      Violations violations) {
    var table = version.find(TableDef.class, form.table()).orElseThrow();
    var run = new Run(version, form, table, submission, stored, actor);
    var entered = submission.values();
    strangers(run, violations);
    var values = entered.deepCopy();
    var first = prefill(run, values);
    var state = FormState.of(form, run.formulas(), first.values());
    onlyOpen(run, values, state, first);
    set(run, values, state, first.values());
    var tried = tried(run, values);
    var last = FormState.of(form, run.formulas(), tried.values());
    hide(run, values, last, tried);
    if (!submission.draft()) {
      required(last, tried.values(), violations);
    }
    return new Filled(values, tried.version());
  }

  private Tried tried(Run run, ObjectNode values) {
    return trial.of(
        run.version(), run.table().key(), run.draft(values), run.formulas().all(), run.actor());
  }

  /** A form takes its own fields only; what the table does not know either is said by the table. */
  private static void strangers(Run run, Violations violations) {
    var own = run.form().fields().stream().map(FormItem::key).collect(Collectors.toSet());
    for (var name : (Iterable<String>) run.submission().values()::fieldNames) {
      if (!own.contains(name) && run.table().field(name).isPresent()) {
        violations.add("/values/" + name, "form.not-here", name);
      }
    }
  }

  private Tried prefill(Run run, ObjectNode values) {
    var tried = tried(run, values);
    if (tried.version().isPresent()) {
      return tried;
    }
    var missing = run.form().prefill().keySet().stream().filter(key -> !values.has(key)).toList();
    missing.forEach(key -> put(run, key, values, tried.values()));
    return missing.isEmpty() ? tried : tried(run, values);
  }

  private void put(Run run, String key, ObjectNode values, Environment environment) {
    put(run, key, run.form().prefill().get(key), run.formulas().prefill(), values, environment);
  }

  private void put(
      Run run,
      String key,
      JsonNode constant,
      Map<String, Optional<Formula>> formulas,
      ObjectNode values,
      Environment environment) {
    run.table()
        .field(key)
        .ifPresent(
            field -> values.set(key, json.given(field, constant, formulas.get(key), environment)));
  }

  /** What is shown but not open keeps what the form itself put there. */
  private void onlyOpen(Run run, ObjectNode values, FormState state, Tried tried) {
    for (var name : List.copyOf(names(run.submission().values()))) {
      if (state.visible().contains(name) && !state.open().contains(name)) {
        values.remove(name);
        if (run.form().prefill().containsKey(name) && tried.version().isEmpty()) {
          put(run, name, values, tried.values());
        }
      }
    }
  }

  private void set(Run run, ObjectNode values, FormState state, Environment environment) {
    for (var rule : state.holding()) {
      rule.rule()
          .set()
          .forEach((key, constant) -> put(run, key, constant, rule.set(), values, environment));
    }
  }

  /** A hidden field has no value: not a new one, and none from an earlier draft. */
  private static void hide(Run run, ObjectNode values, FormState state, Tried tried) {
    for (var item : run.form().fields()) {
      var key = item.key();
      if (!state.visible().contains(key)) {
        var had = tried.version().isPresent() && entered(run.table().field(key));
        values.remove(key);
        if (had && !empty(tried.values(), key)) {
          values.putNull(key);
        }
      }
    }
  }

  private static boolean entered(Optional<FieldDef> field) {
    return field.filter(f -> !f.computed()).isPresent();
  }

  private static void required(FormState state, Environment values, Violations violations) {
    state.required().stream()
        .sorted()
        .filter(key -> empty(values, key))
        .forEach(key -> violations.add("/values/" + key, "form.required"));
  }

  private static boolean empty(Environment values, String field) {
    var value = values.value(Reference.of(field));
    return value == null || value.equals("") || (value instanceof List<?> list && list.isEmpty());
  }

  private static Set<String> names(ObjectNode values) {
    return values.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
