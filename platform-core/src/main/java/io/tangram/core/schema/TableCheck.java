package io.tangram.core.schema;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Storage;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.metadata.TableDef.RecordType;
import io.tangram.core.metadata.TableDef.Unique;
import io.tangram.core.problem.Violations;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What can be wrong with a table, beyond its shape: names that lead nowhere, formulas at fault. */
final class TableCheck {
  private final FieldTypes types;
  private final TableDef table;
  private final TablePlace place;
  private final FieldCheck fields;
  private final FormulaTyping typing;
  private final Faults faults;
  private final Set<String> keys;

  TableCheck(
      FieldTypes types,
      References references,
      TableDef table,
      AppVersion version,
      Violations violations) {
    this.types = types;
    this.table = table;
    this.place = TablePlace.of(version, table);
    this.typing = new FormulaTyping(types, references);
    this.fields = new FieldCheck(types, references, typing);
    this.faults = new Faults(violations, "");
    this.keys = table.fields().stream().map(FieldDef::key).collect(Collectors.toSet());
  }

  void run() {
    title();
    fields.fields(place, faults);
    each(table.types(), "types", RecordType::key, "type.twice", this::recordType);
    new LifecycleCheck(types, place, typing.scope(place)).check(faults.under("lifecycle"));
    each(
        table.rules(),
        "rules",
        TableDef.Rule::key,
        "rule.twice",
        (rule, at) -> {
          at.condition(rule.when(), "when", typing.scope(place));
          at.under("check").formula(rule.check(), typing.scope(place), ValueType.BOOL);
          rule.at().ifPresent(field -> at.under("at").unlessKnown(field, keys, "field.unknown"));
        });
    each(table.uniques(), "uniques", Unique::key, "rule.twice", this::unique);
    exports();
  }

  private void title() {
    var at = faults.under("title");
    var field = table.field(table.title());
    if (field.isEmpty()) {
      at.add("table.title", table.title());
    } else if (types.of(field.get()).asText(columns(field.get()), field.get()).isEmpty()) {
      at.add("table.title.type", table.title());
    }
  }

  /** Columns as they might be called: only whether there is a text for them is asked. */
  private List<Field<?>> columns(FieldDef field) {
    return types.of(field).columns(field).stream()
        .<Field<?>>map(column -> DSL.field(DSL.name(field.key()), column.type().type()))
        .toList();
  }

  private interface Check<T> {
    void check(T element, Faults at);
  }

  private <T> void each(
      List<T> elements, String list, Function<T, String> key, String twice, Check<T> check) {
    var seen = new HashSet<String>();
    for (int i = 0; i < elements.size(); i++) {
      var at = faults.under(list, i);
      if (!seen.add(key.apply(elements.get(i)))) {
        at.add(twice, key.apply(elements.get(i)));
      }
      check.check(elements.get(i), at);
    }
  }

  private void recordType(RecordType type, Faults at) {
    var states =
        table.lifecycle().states().stream().map(TableDef.State::key).collect(Collectors.toSet());
    known(type.hides(), keys, at.under("hides"), "field.unknown");
    known(type.requires(), keys, at.under("requires"), "field.unknown");
    known(type.states(), states, at.under("states"), "state.unknown");
    type.startsIn().ifPresent(s -> at.under("starts_in").unlessKnown(s, states, "state.unknown"));
    type.options()
        .forEach(
            (key, options) -> {
              var place = at.under("options").under(key);
              var field = table.field(key);
              if (field.isEmpty()) {
                place.add("field.unknown", key);
              } else {
                known(options, types.of(field.get()).choices(field.get()), place, "option.unknown");
              }
            });
  }

  private static void known(
      Collection<String> words, Collection<String> known, Faults at, String code) {
    words.forEach(word -> at.unlessKnown(word, known, code));
  }

  private void unique(Unique rule, Faults at) {
    for (var key : rule.fields()) {
      var field = table.field(key);
      if (field.isEmpty() && SystemColumn.of(key).isEmpty()) {
        at.under("fields").add("field.unknown", key);
      } else if (field.isPresent() && !types.of(field.get()).unique(field.get())) {
        at.under("fields").add("field.unique.type");
      }
    }
    rule.during()
        .filter(key -> table.field(key).filter(this::span).isEmpty())
        .ifPresent(key -> at.under("during").add("unique.during", key));
    rule.where().ifPresent(where -> where(where, at.under("where")));
  }

  /** Whether it has a start and an end to be kept apart. */
  private boolean span(FieldDef field) {
    var type = types.of(field);
    return type.storage(field) == Storage.COLUMNS
        && type.parts(field).keySet().containsAll(Set.of("start", "end"));
  }

  /** An index sees the row alone, and the same row always in the same way. */
  private void where(String where, Faults at) {
    at.formula(where, typing.scope(place), ValueType.BOOL)
        .filter(formula -> formula.volatileInTime() || !indexable(formula.text()))
        .ifPresent(formula -> at.add("unique.where"));
  }

  private boolean indexable(String formula) {
    try {
      var entity = new Entity(table.key(), table.fields(), List.of());
      var provisional =
          new SchemaDesign(types, PhysicalSchema.nothing("check"), List.of(), PublishOptions.NONE)
              .target(entity)
              .table(table.key())
              .orElseThrow();
      new ColumnScope(types, entity, provisional).where(Formulas.parse(formula).text());
      return true;
    } catch (FormulaException e) {
      return false; // a function without a SQL face, or a name that is no column of the row
    }
  }

  private void exports() {
    var at = faults.under("exports");
    var known = new HashSet<>(keys);
    for (var column : SystemColumn.values()) {
      known.add(column.key());
    }
    known(table.exports().fields(), known, at.under("fields"), "field.unknown");
    known(table.exports().search(), keys, at.under("search"), "field.unknown");
  }
}
