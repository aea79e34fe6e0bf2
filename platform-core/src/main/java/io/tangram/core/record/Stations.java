package io.tangram.core.record;

import io.tangram.core.field.Storage;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.FormulaText;
import io.tangram.core.metadata.Label;
import io.tangram.core.metadata.TableDef.Rule;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The stations every written record passes before SQL: values, defaults, formulas, the table's own
 * demands, what is named. All faults of all records are in one answer.
 */
@Singleton
class Stations {
  private record WriteNeed(String table) {}

  private record Compiled(String table, String rule) {}

  private final Incoming incoming;
  private final Defaults defaults;
  private final Completeness completeness;
  private final LinkCheck links;
  private final RowLoader loader;
  private final TableShapes shapes;

  Stations(
      Incoming incoming,
      Defaults defaults,
      Completeness completeness,
      LinkCheck links,
      RowLoader loader,
      TableShapes shapes) {
    this.incoming = incoming;
    this.defaults = defaults;
    this.completeness = completeness;
    this.links = links;
    this.loader = loader;
    this.shapes = shapes;
  }

  void pass(List<Pending> records, WriteContext context, Violations violations) {
    incoming.read(records, violations);
    var environments = fill(records, context);
    compute(records, context, environments);
    var locale = context.actor().locale();
    for (var i = 0; i < records.size(); i++) {
      demands(records.get(i), environments.get(i), context, locale, violations);
    }
    links.check(records, context.actor(), context.trusted(), violations);
    violations.refuse(ErrorCode.VALUES_INVALID);
    number(records, context, environments);
  }

  /** Puts what was sent, and what need not be sent, into the rows. */
  private List<RowEnvironment> fill(List<Pending> records, WriteContext context) {
    for (var record : records) {
      var empty = loader.environment(record.after, new Related(), context.actor());
      record.sent.forEach(
          (key, value) -> record.after.values[record.after.shape.byKey.get(key).number()] = value);
      if (record.created()) {
        defaults.fill(record, empty);
      }
      defaults.rows(record, empty);
    }
    return environments(records, context);
  }

  /** Computes what is kept anew, for rows that nobody edits. */
  void recompute(List<Pending> records, WriteContext context) {
    compute(records, context, environments(records, context));
  }

  private List<RowEnvironment> environments(List<Pending> records, WriteContext context) {
    var environments = new ArrayList<RowEnvironment>();
    var rows = records.stream().map(r -> r.after).toList();
    var related = loader.load(rows, need(context.shape()), context.actor());
    for (var record : records) {
      environments.add(
          loader.environment(record.after, related, context.actor()).since(record.before));
    }
    return environments;
  }

  private void compute(
      List<Pending> records, WriteContext context, List<RowEnvironment> environments) {
    var computation = loader.computation(context.shape());
    for (var i = 0; i < records.size(); i++) {
      computation.onWrite(environments.get(i), records.get(i).created());
      records.get(i).compare();
    }
  }

  private void demands(
      Pending record,
      RowEnvironment environment,
      WriteContext context,
      Locale locale,
      Violations violations) {
    completeness.required(record, context.intent(), violations);
    completeness.kind(record, violations);
    if (!context.trusted()) {
      completeness.rights(record, violations);
      completeness.locks(record, violations);
    }
    if (context.intent() != Intent.DRAFT && record.refused.isEmpty()) {
      completeness.rules(record, environment, this::compiled, locale, violations);
    }
  }

  /** Serial numbers come last, for their counters stay locked; formulas may name them. */
  private void number(
      List<Pending> records, WriteContext context, List<RowEnvironment> environments) {
    if (records.get(0).created() && Defaults.hasSerials(context.shape())) {
      defaults.serials(records, context.asking().today());
      compute(records, context, environments);
    }
  }

  private TableRule compiled(TableShape shape, Rule rule) {
    return shape.version.derived(new Compiled(shape.key, rule.key()), k -> TableRule.of(rule));
  }

  /** Everything the formulas of a write may name, those of sub-tables included. */
  private Need need(TableShape shape) {
    return shape.version.derived(
        new WriteNeed(shape.key),
        k -> {
          var formulas = new ArrayList<Formula>(loader.computation(shape).formulas());
          shape.fields.forEach(f -> f.check().ifPresent(formulas::add));
          for (var rule : shape.def.rules()) {
            var test = compiled(shape, rule);
            test.when().ifPresent(formulas::add);
            formulas.add(test.check());
            rule.message().ifPresent(message -> formulas.addAll(inWords(message)));
          }
          shape.def.lifecycle().moves().stream()
              .flatMap(move -> move.check().stream())
              .forEach(check -> formulas.add(io.tangram.core.formula.Formulas.parse(check)));
          var need = Need.of(shape, formulas, shapes);
          shape.fields.stream()
              .filter(f -> f.storage() == Storage.CHILD_ROWS)
              .forEach(f -> children(shape, f, need));
          return need;
        });
  }

  /** What a message names, in either language. */
  private static List<Formula> inWords(Label message) {
    var formulas = new ArrayList<Formula>();
    for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      formulas.addAll(FormulaText.of(message.in(locale)).formulas());
    }
    return formulas;
  }

  private void children(TableShape shape, FieldShape field, Need need) {
    var child = shapes.child(shape, field);
    for (var formula : loader.computation(child).formulas()) {
      for (var reference : formula.references()) {
        if (!reference.head().startsWith("$")) {
          var path = new ArrayList<String>();
          path.add(field.key());
          path.addAll(reference.path());
          need.add(shape, path, shapes, 0);
        }
      }
    }
  }
}
