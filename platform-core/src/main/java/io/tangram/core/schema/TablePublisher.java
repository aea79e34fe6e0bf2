package io.tangram.core.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.job.Jobs;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.Violations;
import io.tangram.core.schema.KeptFormulas.Kept;
import io.tangram.core.schema.PhysicalColumn.State;
import io.tangram.core.schema.SchemaStep.ChangeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings an app's tables from one version to the next. The caller holds transaction and lock. */
@Singleton
final class TablePublisher {
  private final FieldTypes types;
  private final SchemaStore store;
  private final Prospect prospect;
  private final SchemaApplier applier;
  private final BrokenExports exports;
  private final Jobs jobs;
  private final Supplier<StoredValues> values;

  @Inject
  TablePublisher(
      FieldTypes types,
      SchemaStore store,
      Prospect prospect,
      SchemaApplier applier,
      BrokenExports exports,
      Jobs jobs,
      Instance<StoredValues> values) {
    this(types, store, prospect, applier, exports, jobs, (Supplier<StoredValues>) values::get);
  }

  TablePublisher(
      FieldTypes types,
      SchemaStore store,
      Prospect prospect,
      SchemaApplier applier,
      BrokenExports exports,
      Jobs jobs,
      Supplier<StoredValues> values) {
    this.types = types;
    this.store = store;
    this.prospect = prospect;
    this.applier = applier;
    this.exports = exports;
    this.jobs = jobs;
    this.values = values;
  }

  List<PublishStep> plan(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    var current = store.load(to.app());
    var steps = between(current, target(current, from, to, options)).steps().stream();
    var computed =
        kept(from, to).stream()
            .filter(kept -> current.table(kept.record()).isPresent())
            .map(kept -> prospect.computed(kept, current));
    return Stream.of(
            steps.map(step -> prospect.of(step, current)),
            computed,
            exports.between(from, to).stream())
        .flatMap(Function.identity())
        .toList();
  }

  private List<Kept> kept(Optional<AppVersion> from, AppVersion to) {
    return KeptFormulas.between(types, tables(from), to.all(TableDef.class).values());
  }

  private static Collection<TableDef> tables(Optional<AppVersion> version) {
    return version.map(v -> v.all(TableDef.class).values()).orElse(List.of());
  }

  void publish(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    var current = store.load(to.app());
    var target = target(current, from, to, options);
    var reached = applier.apply(to.app(), between(current, target), current, target);
    store.save(to.app(), current, reached, to.number());
    kept(from, to).stream()
        .collect(Collectors.groupingBy(Kept::record, LinkedHashMap::new, Collectors.toList()))
        .forEach((table, fields) -> compute(to, reached, table, fields));
  }

  private void compute(AppVersion to, PhysicalSchema reached, String table, List<Kept> fields) {
    var home = reached.table(table).orElseThrow().name();
    if (prospect.many(reached, home)) {
      var names = fields.stream().map(Kept::field).collect(Collectors.joining(", "));
      jobs.ask(
          to.app(),
          ComputeJob.KIND,
          table,
          names,
          prospect.total(reached, home),
          JsonNodeFactory.instance.objectNode(),
          Duration.ZERO);
    } else if (prospect.any(reached, home)) {
      Optional<UUID> last = Optional.empty();
      do {
        last = values.get().compute(to, table, last, ComputeJob.ROWS);
      } while (last.isPresent());
    }
  }

  private PhysicalSchema target(
      PhysicalSchema current, Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    return new SchemaDesign(types, current, tables(from), options)
        .target(to.all(TableDef.class).values());
  }

  private static SchemaPlan between(PhysicalSchema current, PhysicalSchema target) {
    var plan = SchemaPlan.between(current, target);
    var faults = new Violations();
    for (var step : plan.steps()) {
      if (step instanceof ChangeType change
          && change.old().stream().anyMatch(old -> building(current, change, old))) {
        faults.add("tables/" + root(change) + ".json#", "field.building", change.element());
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
