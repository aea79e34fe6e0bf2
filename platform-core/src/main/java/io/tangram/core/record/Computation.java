package io.tangram.core.record;

import io.tangram.core.field.InvalidValue;
import io.tangram.core.field.Storage;
import io.tangram.core.field.SubRow;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.FormulaError;
import io.tangram.core.metadata.FieldDef.Stored;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The computed fields of a table in the order in which they can be computed, one after the other.
 * Made once per version.
 */
final class Computation {
  private final TableShapes shapes;
  private final List<FieldShape> order;
  private final List<FieldShape> subtables;

  private Computation(TableShapes shapes, List<FieldShape> order, List<FieldShape> subtables) {
    this.shapes = shapes;
    this.order = order;
    this.subtables = subtables;
  }

  static Computation of(TableShape shape, TableShapes shapes) {
    var order = new LinkedHashSet<FieldShape>();
    for (var field : shape.fields) {
      visit(shape, field, new LinkedHashSet<>(), order);
    }
    var subtables = shape.fields.stream().filter(f -> f.storage() == Storage.CHILD_ROWS).toList();
    return new Computation(shapes, List.copyOf(order), subtables);
  }

  private static void visit(
      TableShape shape, FieldShape field, Set<FieldShape> path, Set<FieldShape> order) {
    if (field.formula().isEmpty() || !path.add(field)) {
      return;
    }
    for (var reference : field.formula().get().references()) {
      shape.field(reference.head()).ifPresent(other -> visit(shape, other, path, order));
    }
    order.add(field);
  }

  /** All formulas it runs, those of sub-tables not included. */
  List<Formula> formulas() {
    return order.stream().map(f -> f.formula().orElseThrow()).toList();
  }

  boolean hasComputedOnRead() {
    return order.stream().anyMatch(f -> f.storage() == Storage.NOWHERE);
  }

  /** Computes what is kept nowhere, for a row that was read. */
  void onRead(RowData row, java.util.function.Function<RowData, RowEnvironment> environment) {
    run(row, environment.apply(row), f -> f.storage() == Storage.NOWHERE);
  }

  /** Computes everything for a row that is written; frozen copies only when it is created. */
  void onWrite(RowEnvironment environment, boolean created) {
    Predicate<FieldShape> wanted = f -> created || f.def().stored() != Stored.WHEN_CREATED;
    // sub-tables first, since sums look at them; once more, if they look at the record's own sums
    children(environment, wanted, false);
    run(environment.row(), environment, wanted);
    children(environment, wanted, true);
  }

  private void children(
      RowEnvironment environment, Predicate<FieldShape> wanted, boolean onlyOnParent) {
    for (var field : subtables) {
      var shape = shapes.child(environment.row().shape, field);
      var computation = shape.version.derived(new Key(shape.key), k -> of(shape, shapes));
      if (computation.order.isEmpty() || onlyOnParent && !computation.namesParent()) {
        continue;
      }
      environment.row().values[field.number()] =
          computation.rows(shape, environment, field, wanted);
    }
  }

  private record Key(String table) {}

  private boolean namesParent() {
    return order.stream()
        .flatMap(f -> f.formula().orElseThrow().references().stream())
        .anyMatch(r -> r.head().equals("$parent"));
  }

  private Object rows(
      TableShape shape, RowEnvironment parent, FieldShape field, Predicate<FieldShape> wanted) {
    var value = parent.row().values[field.number()];
    if (value == null) {
      return null;
    }
    var computed = new ArrayList<SubRow>();
    for (var child : (List<?>) value) {
      var data = SubRows.data(shape, (SubRow) child);
      run(data, parent.child(data), f -> wanted.test(f) || data.values[f.number()] == null);
      computed.add(SubRows.value(data));
    }
    return computed;
  }

  private void run(RowData row, Environment environment, Predicate<FieldShape> wanted) {
    for (var field : order) {
      if (wanted.test(field)) {
        row.values[field.number()] = result(field, environment);
      }
    }
  }

  static Object result(FieldShape field, Environment environment) {
    return converted(field, field.formula().orElseThrow().evaluate(environment));
  }

  /** A formula's result as a value of the field; an error or a value that does not fit is empty. */
  static Object converted(FieldShape field, Object result) {
    if (result == null || result instanceof FormulaError) {
      return null;
    }
    try {
      return field.type().fromFormula(result, field.def());
    } catch (InvalidValue e) {
      // a design may compute what its field cannot hold; the row is kept, the field stays empty
      return null;
    }
  }
}
