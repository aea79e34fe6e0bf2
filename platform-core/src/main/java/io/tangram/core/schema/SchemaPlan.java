package io.tangram.core.schema;

import io.tangram.core.schema.PhysicalColumn.State;
import io.tangram.core.schema.SchemaStep.AddField;
import io.tangram.core.schema.SchemaStep.ChangeType;
import io.tangram.core.schema.SchemaStep.CreateIndex;
import io.tangram.core.schema.SchemaStep.CreateSchema;
import io.tangram.core.schema.SchemaStep.CreateTable;
import io.tangram.core.schema.SchemaStep.DropIndex;
import io.tangram.core.schema.SchemaStep.ReadAs;
import io.tangram.core.schema.SchemaStep.RestoreField;
import io.tangram.core.schema.SchemaStep.RestoreTable;
import io.tangram.core.schema.SchemaStep.RetireField;
import io.tangram.core.schema.SchemaStep.RetireTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps from one state of an app's tables to another. Pure: no connection, no clock. */
record SchemaPlan(List<SchemaStep> steps) {
  SchemaPlan {
    steps = List.copyOf(steps);
  }

  static SchemaPlan between(PhysicalSchema before, PhysicalSchema after) {
    var steps = new ArrayList<SchemaStep>();
    if (before.tables().isEmpty() && !after.tables().isEmpty()) {
      steps.add(new CreateSchema(after.name()));
    }
    for (var table : after.tables()) {
      before
          .named(table.name())
          .ifPresentOrElse(
              old -> changed(old, table, steps), () -> steps.add(new CreateTable(table)));
    }
    return new SchemaPlan(steps);
  }

  private static void changed(PhysicalTable before, PhysicalTable after, List<SchemaStep> steps) {
    if (!after.live()) {
      if (before.live()) {
        steps.add(new RetireTable(after.key(), after.name()));
      }
      return;
    }
    if (!before.live()) {
      steps.add(new RestoreTable(after.key(), after.name()));
    }
    var wanted = names(after.indexes());
    before.indexes().stream()
        .filter(index -> !wanted.containsKey(index.name()))
        .forEach(index -> steps.add(new DropIndex(after.key(), after.name(), index)));
    byField(after).forEach((field, columns) -> changed(before, after, field, columns, steps));
    var there = names(before.indexes());
    after.indexes().stream()
        .filter(index -> !there.containsKey(index.name()))
        .forEach(index -> steps.add(new CreateIndex(after.key(), after.name(), index)));
  }

  private static Map<String, PhysicalIndex> names(List<PhysicalIndex> indexes) {
    return indexes.stream().collect(Collectors.toMap(PhysicalIndex::name, Function.identity()));
  }

  private static Map<String, List<PhysicalColumn>> byField(PhysicalTable table) {
    return table.columns().stream()
        .collect(
            Collectors.groupingBy(PhysicalColumn::field, LinkedHashMap::new, Collectors.toList()));
  }

  private static void changed(
      PhysicalTable before,
      PhysicalTable after,
      String field,
      List<PhysicalColumn> columns,
      List<SchemaStep> steps) {
    var added = columns.stream().filter(c -> before.column(c.name()).isEmpty()).toList();
    var retired = columns.stream().filter(c -> !c.live() && was(before, c, true)).toList();
    var restored = columns.stream().filter(c -> c.live() && was(before, c, false)).toList();
    if (!added.isEmpty() && !retired.isEmpty()) {
      steps.add(new ChangeType(after.key(), after.name(), field, retired, added));
    } else if (!added.isEmpty()) {
      steps.add(new AddField(after.key(), after.name(), field, added));
    } else if (!retired.isEmpty()) {
      steps.add(new RetireField(after.key(), after.name(), field, retired));
    }
    var read = columns.stream().filter(c -> c.live() && otherwise(before, c)).toList();
    if (!read.isEmpty()) {
      steps.add(new ReadAs(after.key(), after.name(), field, read));
    }
    if (!restored.isEmpty()) {
      steps.add(new RestoreField(after.key(), after.name(), field, restored));
    }
  }

  private static boolean otherwise(PhysicalTable before, PhysicalColumn column) {
    return before
        .column(column.name())
        .filter(c -> c.live() && !c.fieldType().equals(column.fieldType()))
        .isPresent();
  }

  private static boolean was(PhysicalTable before, PhysicalColumn column, boolean live) {
    return before
        .column(column.name())
        .filter(c -> (c.state() != State.RETIRED) == live)
        .isPresent();
  }
}
