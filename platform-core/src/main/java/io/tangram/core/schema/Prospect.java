package io.tangram.core.schema;

import static io.tangram.core.schema.Names.quoted;

import io.tangram.core.metadata.PublishStep;
import io.tangram.core.metadata.PublishStep.Hazard;
import io.tangram.core.schema.SchemaStep.ChangeType;
import io.tangram.core.schema.SchemaStep.CreateIndex;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Looks at the rows that are there, so that a preview can say what each step would do to them. It
 * only counts.
 */
@Singleton
final class Prospect {
  /** Up to so many rows are filled or indexed within the publish. */
  static final int FEW = 5000;

  private final DSLContext db;

  @Inject
  Prospect(DSLContext db) {
    this.db = db;
  }

  PublishStep of(SchemaStep step, PhysicalSchema schema) {
    if (step instanceof ChangeType change) {
      return change(change, schema);
    }
    if (step instanceof CreateIndex create) {
      return index(create, schema);
    }
    return step(step, step.hazard(), false, Map.of());
  }

  PublishStep computed(KeptFormulas.Kept kept, PhysicalSchema schema) {
    var home = schema.table(kept.record()).orElseThrow().name();
    return new PublishStep(
        ComputeJob.KIND, kept.table(), kept.field(), Hazard.NONE, many(schema, home), Map.of());
  }

  boolean any(PhysicalSchema schema, String tableName) {
    return rows(schema, tableName) > 0;
  }

  long total(PhysicalSchema schema, String tableName) {
    return count("select count(*) from " + home(schema, tableName));
  }

  boolean many(PhysicalSchema schema, String tableName) {
    return rows(schema, tableName) > FEW;
  }

  private long rows(PhysicalSchema schema, String tableName) {
    return count(
        "select count(*) from (select from " + home(schema, tableName) + " limit ?) few",
        (long) FEW + 1);
  }

  private PublishStep change(ChangeType change, PhysicalSchema schema) {
    var sql = FillSql.of(schema, change.tableName(), change.columns());
    var row = db.fetchOne(sql.counts(change.old()));
    var present = row.get("present", Long.class);
    var convertible = row.get("convertible", Long.class);
    var details = new LinkedHashMap<String, Object>();
    details.put("values", present);
    details.put("convertible", convertible);
    details.put("lost", present - convertible);
    // where every value converts there is nothing to accept
    var hazard = present.equals(convertible) ? Hazard.NONE : change.hazard();
    var running = change.convertible() && many(schema, change.tableName());
    return step(change, hazard, running, details);
  }

  private PublishStep index(CreateIndex create, PhysicalSchema schema) {
    var index = create.index();
    var many = many(schema, create.tableName());
    var running = many && index.kind() != PhysicalIndex.Kind.EXCLUSION;
    if (index.kind() == PhysicalIndex.Kind.UNIQUE && countable(create, schema)) {
      var twins = twins(create, schema);
      return step(
          create, twins == 0 ? Hazard.NONE : Hazard.MAY_FAIL, running, Map.of("duplicates", twins));
    }
    var hazard = rows(schema, create.tableName()) == 0 ? Hazard.NONE : create.hazard();
    return step(create, hazard, running, Map.of());
  }

  /** Whether all its columns are there already. */
  private boolean countable(CreateIndex create, PhysicalSchema schema) {
    var table = schema.named(create.tableName());
    return table.isPresent()
        && create.index().fields().stream()
            .noneMatch(
                field ->
                    SystemColumn.of(field).isEmpty()
                        && create.index().on().stream()
                            .noneMatch(
                                on ->
                                    table.get().live(field).stream()
                                        .anyMatch(c -> quoted(c.name()).equals(on))));
  }

  /** How many values stand in more than one row. */
  private long twins(CreateIndex create, PhysicalSchema schema) {
    var on = String.join(", ", create.index().on());
    var there =
        create.index().on().stream()
            .map(column -> column + " is not null")
            .reduce((a, b) -> a + " and " + b)
            .orElseThrow();
    var where = create.index().where().isEmpty() ? there : create.index().where() + " and " + there;
    return count(
        "select count(*) from (select from "
            + home(schema, create.tableName())
            + " where "
            + where
            + " group by "
            + on
            + " having count(*) > 1) twins");
  }

  private long count(String sql, Object... binds) {
    return db.fetchOne(sql, binds).get(0, Long.class);
  }

  private static String home(PhysicalSchema schema, String tableName) {
    return quoted(schema.name()) + "." + quoted(tableName);
  }

  private static PublishStep step(
      SchemaStep step, Hazard hazard, boolean running, Map<String, Object> details) {
    return new PublishStep(step.kind(), step.table(), step.element(), hazard, running, details);
  }
}
