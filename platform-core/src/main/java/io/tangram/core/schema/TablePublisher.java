package io.tangram.core.schema;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.Violations;
import io.tangram.core.schema.PhysicalColumn.State;
import io.tangram.core.schema.SchemaStep.ChangeType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Brings an app's tables from one version to the next. The caller holds transaction and lock. */
@Singleton
final class TablePublisher {
  private final FieldTypes types;
  private final SchemaStore store;
  private final Prospect prospect;
  private final SchemaApplier applier;

  @Inject
  TablePublisher(FieldTypes types, SchemaStore store, Prospect prospect, SchemaApplier applier) {
    this.types = types;
    this.store = store;
    this.prospect = prospect;
    this.applier = applier;
  }

  List<PublishStep> plan(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    var current = store.load(to.app());
    return between(current, target(current, from, to, options)).steps().stream()
        .map(step -> prospect.of(step, current))
        .toList();
  }

  void publish(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    var current = store.load(to.app());
    var target = target(current, from, to, options);
    var reached = applier.apply(to.app(), between(current, target), current, target);
    store.save(to.app(), current, reached, to.number());
  }

  private PhysicalSchema target(
      PhysicalSchema current, Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    Collection<TableDef> before =
        from.map(version -> version.all(TableDef.class).values()).orElse(List.of());
    return new SchemaDesign(types, current, before, options.restore())
        .target(to.all(TableDef.class).values());
  }

  private static SchemaPlan between(PhysicalSchema current, PhysicalSchema target) {
    var plan = SchemaPlan.between(current, target);
    var faults = new Violations();
    for (var step : plan.steps()) {
      if (step instanceof ChangeType change
          && change.old().stream().anyMatch(old -> building(current, change, old))) {
        faults.add("tables/" + root(change) + ".json", "field.building", change.element());
      }
    }
    faults.refuse(ErrorCode.DESIGN_INVALID);
    return plan;
  }

  private static boolean building(PhysicalSchema current, ChangeType change, PhysicalColumn old) {
    return current
        .named(change.tableName())
        .flatMap(table -> table.column(old.name()))
        .filter(column -> column.state() == State.BUILDING)
        .isPresent();
  }

  private static String root(SchemaStep step) {
    return step.table().split("\\.")[0];
  }
}
