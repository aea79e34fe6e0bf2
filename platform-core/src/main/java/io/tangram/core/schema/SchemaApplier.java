package io.tangram.core.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.job.Jobs;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import io.tangram.core.schema.PhysicalColumn.State;
import io.tangram.core.schema.SchemaStep.ChangeType;
import io.tangram.core.schema.SchemaStep.CreateIndex;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * Takes the steps of a plan: cheap ones at once, those over many rows as jobs. Runs inside the
 * publish's transaction and under the app's lock; it opens neither.
 */
@Singleton
final class SchemaApplier {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What PostgreSQL may find wrong with a design that fits in every other way. */
  private static final Map<String, String> REFUSALS =
      Map.of(
          "23505", "unique.broken", // two rows are equal
          "23P01", "unique.broken", // two times overlap
          "42P17", "unique.where", // an index's condition would not always find the same rows
          "54011", "table.columns"); // retired ones count too

  private final DSLContext db;
  private final Prospect prospect;
  private final Jobs jobs;

  @Inject
  SchemaApplier(DSLContext db, Prospect prospect, Jobs jobs) {
    this.db = db;
    this.prospect = prospect;
    this.jobs = jobs;
  }

  /**
   * The state it has brought the app to, by the steps alone: fields that were filled at once are
   * ready in it.
   */
  PhysicalSchema apply(String app, SchemaPlan plan, PhysicalSchema current, PhysicalSchema target) {
    var reached = current;
    var filled = new HashSet<String>();
    var waiting = new HashSet<String>();
    for (var step : plan.steps()) {
      if (step instanceof ChangeType change && change.convertible()) {
        run(step, target);
        (fill(app, change, target) ? filled : waiting).add(place(change));
      } else if (step instanceof CreateIndex create && later(create, waiting, target)) {
        ask(app, create, target);
      } else {
        run(step, target);
      }
      reached = step.after(reached);
    }
    return settled(reached, filled);
  }

  private void run(SchemaStep step, PhysicalSchema target) {
    try {
      step.sql(target).forEach(sql -> db.connection(c -> execute(c, sql)));
    } catch (DataAccessException e) {
      var code = REFUSALS.get(e.sqlState());
      throw code == null ? e : refused(step, code);
    }
  }

  private static RuntimeException refused(SchemaStep step, String code) {
    var document = "tables/" + step.table().split("\\.")[0] + ".json#";
    return ProblemException.of(
        ErrorCode.DESIGN_INVALID, List.of(Violation.at(document, code, step.element())));
  }

  /** Not through jOOQ's templates: the text may hold anything a name or a constant may. */
  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Whether the old values are in the new columns already. */
  private boolean fill(String app, ChangeType change, PhysicalSchema target) {
    var sql = FillSql.of(target, change.tableName(), change.columns());
    if (!prospect.many(target, change.tableName())) {
      db.connection(c -> execute(c, sql.whole()));
      return true;
    }
    sql.marked().forEach(statement -> db.connection(c -> execute(c, statement)));
    var settings = JSON.createObjectNode().put("table", change.tableName());
    settings.put("marker", sql.marker()).put("sql", sql.batch()).put("home", sql.home());
    jobs.ask(
        app,
        FillJob.KIND,
        change.table(),
        change.element(),
        prospect.total(target, change.tableName()),
        settings,
        Duration.ZERO);
    return false;
  }

  /** Over many rows, or on a column that is only being filled. */
  private boolean later(CreateIndex create, Set<String> waiting, PhysicalSchema target) {
    if (create.index().kind() == PhysicalIndex.Kind.EXCLUSION) {
      return false;
    }
    return prospect.many(target, create.tableName())
        || create.index().fields().stream()
            .anyMatch(field -> waiting.contains(create.tableName() + "." + field));
  }

  private void ask(String app, CreateIndex create, PhysicalSchema target) {
    var table = target.named(create.tableName()).orElseThrow();
    ObjectNode settings =
        JSON.createObjectNode()
            .put("schema", target.name())
            .put("index", create.index().name())
            .put("sql", CreateIndex.statement(target, table, create.index(), true));
    jobs.ask(app, IndexJob.KIND, create.table(), create.element(), 0, settings, Duration.ZERO);
  }

  private static String place(ChangeType change) {
    return change.tableName() + "." + change.element();
  }

  private static PhysicalSchema settled(PhysicalSchema reached, Set<String> filled) {
    List<PhysicalTable> tables =
        reached.tables().stream()
            .map(
                table ->
                    table.with(
                        table.columns().stream()
                            .map(
                                c ->
                                    filled.contains(table.name() + "." + c.field())
                                            && c.state() == State.BUILDING
                                        ? c.in(State.READY)
                                        : c)
                            .collect(Collectors.toList()),
                        table.indexes()))
            .toList();
    return new PhysicalSchema(reached.name(), tables);
  }
}
