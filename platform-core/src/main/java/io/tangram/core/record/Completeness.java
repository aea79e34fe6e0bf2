package io.tangram.core.record;

import io.tangram.core.field.Storage;
import io.tangram.core.field.SubRow;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.FormulaText;
import io.tangram.core.metadata.TableDef.Otherwise;
import io.tangram.core.metadata.TableDef.RecordType;
import io.tangram.core.metadata.TableDef.Rule;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * The station of the table's own demands: required fields, what the business kind hides and offers,
 * locks of the state, conditions and rules. It reads no rows.
 */
@Singleton
class Completeness {
  private final TableShapes shapes;

  Completeness(TableShapes shapes) {
    this.shapes = shapes;
  }

  /** What must be there; for a change only what was sent. */
  void required(Pending record, Intent intent, Violations violations) {
    if (intent == Intent.DRAFT) {
      return;
    }
    var type = record.type();
    for (var field : record.after.shape.fields) {
      var asked =
          record.created() || intent == Intent.SUBMIT || record.sent.containsKey(field.key());
      if (asked && field.writable() && !record.refused.contains(field.key())) {
        required(record, field, type, violations);
      }
    }
  }

  private void required(
      Pending record,
      FieldShape field,
      java.util.Optional<RecordType> type,
      Violations violations) {
    var hidden = type.filter(t -> t.hides().contains(field.key())).isPresent();
    var wanted =
        field.def().required() || type.filter(t -> t.requires().contains(field.key())).isPresent();
    var value = record.after.values[field.number()];
    if (wanted && !hidden && value == null) {
      violations.add(record.pointer(field.key()), "field.required");
    }
    if (field.storage() == Storage.CHILD_ROWS && value instanceof List<?> rows) {
      var child = shapes.child(record.after.shape, field);
      for (var i = 0; i < rows.size(); i++) {
        required(child, (SubRow) rows.get(i), record.pointer(field.key()) + "/" + i, violations);
      }
    }
  }

  private static void required(TableShape child, SubRow row, String at, Violations violations) {
    for (var column : child.fields) {
      if (column.def().required() && column.writable() && row.values().get(column.key()) == null) {
        violations.add(at + "/values/" + column.key(), "field.required");
      }
    }
  }

  /** What the business kind does not have, or offers only in part. */
  void kind(Pending record, Violations violations) {
    var type = record.type();
    if (type.isEmpty()) {
      return;
    }
    record.sent.forEach(
        (key, value) -> {
          if (value != null && type.get().hides().contains(key)) {
            violations.add(record.pointer(key), "record.kind-hides");
          }
          var offered = type.get().options().get(key);
          if (value != null && offered != null) {
            offered(record, key, value, offered, violations);
          }
        });
  }

  private static void offered(
      Pending record, String key, Object value, List<String> offered, Violations violations) {
    var seen = record.after.shape.byKey.get(key).toFormula(value);
    var chosen = seen instanceof List<?> many ? many : List.of(seen);
    if (!offered.containsAll(chosen)) {
      violations.add(record.pointer(key), "record.kind-option");
    }
  }

  /** What the state has locked. Computed fields go on being computed. */
  void locks(Pending record, Violations violations) {
    if (record.created() || record.before.state == null) {
      return;
    }
    record
        .after
        .shape
        .def
        .lifecycle()
        .state(record.before.state)
        .ifPresent(
            state ->
                record.sent.keySet().stream()
                    .filter(record.changed::contains)
                    .filter(state::locks)
                    .forEach(key -> violations.add(record.pointer(key), "record.locked")));
  }

  /** What this person may not change on this row. */
  void rights(Pending record, Violations violations) {
    if (record.writable == null) {
      return;
    }
    record.sent.keySet().stream()
        .filter(
            key -> record.created() ? record.sent.get(key) != null : record.changed.contains(key))
        .filter(key -> !record.writable.contains(key))
        .forEach(key -> violations.add(record.pointer(key), "record.read-only"));
  }

  /** Conditions of fields and rules of the table. */
  void rules(
      Pending record,
      Environment environment,
      BiFunction<TableShape, Rule, TableRule> compiled,
      Locale locale,
      Violations violations) {
    var shape = record.after.shape;
    for (var field : shape.fields) {
      if (field.check().isPresent()
          && record.after.values[field.number()] != null
          && !field.check().get().holds(environment)) {
        violations.add(record.pointer(field.key()), "record.check");
      }
    }
    for (var rule : shape.def.rules()) {
      var test = compiled.apply(shape, rule);
      if (rule.otherwise() == Otherwise.REFUSE && test.broken(environment)) {
        var at = rule.at().map(record::pointer).orElse(record.at + "/values");
        var words = rule.message().map(m -> FormulaText.of(m.in(locale)).fill(environment));
        violations.add(at, words.isPresent() ? "record.rule" : "record.check", words.orElse(""));
      }
    }
  }
}
