package io.tangram.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tangram.core.job.Job;
import io.tangram.core.job.JobHandler;
import io.tangram.core.job.Jobs;
import io.tangram.core.job.Progress;
import io.tangram.core.job.TestJobs;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.postgres.Migrated;
import io.tangram.core.postgres.Postgres;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
@Migrated
class FillJobTest {
  private static final int ROWS = 12_000;
  private static int apps;

  private final String app = "big" + ++apps;
  private final List<String> filled = new ArrayList<>();
  private DSLContext db;
  private DataSource source;
  private TestTables tables;
  private Jobs jobs;
  private AppVersion first;
  private AppVersion second;

  @BeforeEach
  void publish_a_table_of_many_rows_and_change_a_type(DSLContext context, DataSource dataSource) {
    db = context;
    source = dataSource;
    tables = new TestTables(context);
    jobs = new Jobs(context, Clock.systemUTC());
    first = version(1, "text", "");
    tables.publish(Optional.empty(), first);
    db.execute(
        "insert into app_"
            + app
            + ".deal (_id, _version, _created_at, _updated_at, name, amount) select"
            + " gen_random_uuid(), 1, now(), now(), n::text, case when n % 1000 = 0 then 'about '"
            + " || n else n::text end from generate_series(1, "
            + ROWS
            + ") n");
    second = version(2, "number", "");
    tables.publish(Optional.of(first), second);
  }

  private AppVersion version(long number, String type, String more) {
    return tables.version(
        app,
        number,
        Map.of(
            "deal",
            "{\"title\":\"name\",\"fields\":[{\"key\":\"name\",\"type\":\"text\""
                + more
                + "},{\"key\":\"amount\",\"type\":\""
                + type
                + "\"}]}"));
  }

  private TestJobs worker(Clock clock, JobHandler... more) {
    var handlers = new ArrayList<JobHandler>(List.of(more));
    handlers.add(new MarkerJob());
    handlers.add(new IndexJob());
    if (more.length == 0) {
      handlers.add(fillJob());
    }
    return new TestJobs(db, source, clock, handlers.toArray(JobHandler[]::new));
  }

  private FillJob fillJob() {
    return new FillJob(new SchemaStore(db), jobs, filled::add);
  }

  private StoredColumn column() {
    // a fresh look, as a node takes it after it was told
    return tables.stored().table(version(2, "number", ""), "deal").columns("amount").get(0);
  }

  private List<Object> amounts(String names) {
    var read = DSL.using(SQLDialect.POSTGRES).render(column().read("t"));
    return new ArrayList<>(
        db.fetch(
                "select "
                    + read
                    + " from app_"
                    + app
                    + ".deal t where name in ("
                    + names
                    + ") order by name::int")
            .getValues(0));
  }

  /** As a writer does it: the new column and its mark. */
  private void write(String name, Integer amount) {
    var column = column();
    var mark = column.filling().map(f -> ", \"" + f.marker() + "\" = true").orElse("");
    db.query(
            "update app_"
                + app
                + ".deal set \""
                + column.name()
                + "\" = cast(? as numeric)"
                + mark
                + " where name = ?",
            amount,
            name)
        .execute();
  }

  @Test
  void when_nothing_is_filled_yet_then_the_old_values_are_read_converted() {
    assertThat(column().filling()).isPresent();
    assertThat(amounts("'1', '2', '1000'"))
        .containsExactly(new BigDecimal(1), new BigDecimal(2), null);
    assertThat(jobs.of(app))
        .extracting(Job::kind, Job::element, Job::state, Job::total)
        .containsExactly(tuple("change-type", "amount", "waiting", (long) ROWS));
  }

  @Test
  void when_people_write_while_it_is_filled_then_what_they_wrote_counts() {
    var worker = worker(Clock.systemUTC());
    write("1", 7);
    write("2", null);
    assertThat(worker.one()).isTrue();
    write("3", null);
    write("4", 9);
    worker.all();
    assertThat(amounts("'1', '2', '3', '4', '5', '1000'"))
        .containsExactly(new BigDecimal(7), null, null, new BigDecimal(9), new BigDecimal(5), null);
    assertThat(column().filling()).isEmpty();
    assertThat(filled).containsExactly(app);
    assertThat(count("amount is not null")).isEqualTo(ROWS);
    assertThat(jobs.of(app))
        .filteredOn(job -> job.kind().equals("change-type"))
        .extracting(Job::state, Job::done)
        .containsExactly(tuple("done", (long) ROWS));
  }

  @Test
  void when_the_worker_dies_within_a_batch_then_the_next_goes_on_where_the_last_one_ended() {
    var dying =
        new JobHandler() {
          private int batches;

          @Override
          public String kind() {
            return FillJob.KIND;
          }

          @Override
          public Progress batch(DSLContext transaction, Job job) {
            var progress = fillJob().batch(transaction, job);
            if (++batches == 3) {
              throw new Killed();
            }
            return progress;
          }
        };
    var victim = worker(Clock.systemUTC(), dying);
    try {
      victim.all();
    } catch (Killed e) {
      assertThat(jobs.open(app)).extracting(Job::done).containsExactly(4000L);
    }
    assertThat(count("\"amount$2\" is not null")).isBetween(3900L, 4000L);
    worker(Clock.systemUTC()).all();
    assertThat(count("\"amount$2\" is not null")).isEqualTo(ROWS - ROWS / 1000);
    assertThat(column().filling()).isEmpty();
  }

  /** Not an exception, so that nothing on the way thinks it has to do with it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void when_every_node_has_forgotten_the_marks_then_they_go() {
    worker(Clock.systemUTC()).all();
    assertThat(columns()).contains("amount$2$done");
    worker(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11))).all();
    assertThat(columns()).contains("amount", "amount$2").doesNotContain("amount$2$done");
    assertThat(tables.plan(Optional.of(second), version(3, "number", ""))).isEmpty();
  }

  @Test
  void when_a_field_becomes_unique_over_many_rows_then_the_index_is_built_beside() {
    worker(Clock.systemUTC()).all();
    var third = version(3, "number", ",\"unique\":true");
    assertThat(tables.plan(Optional.of(second), third))
        .extracting(PublishStep::kind, PublishStep::hazard, PublishStep::running)
        .containsExactly(tuple("create-index", PublishStep.Hazard.NONE, true));
    tables.publish(Optional.of(second), third);
    worker(Clock.systemUTC()).all();
    assertThat(indexes()).anyMatch(name -> name.startsWith("deal$name$"));
    var names = tables.stored().table(third, "deal").rules().keySet();
    assertThat(indexes()).containsAll(names);
  }

  @Test
  void when_the_values_are_not_unique_then_the_job_fails_and_leaves_no_broken_index() {
    worker(Clock.systemUTC()).all();
    db.execute("update app_" + app + ".deal set name = '1' where name = '2'");
    tables.publish(Optional.of(second), version(3, "number", ",\"unique\":true"));
    worker(Clock.systemUTC()).all();
    assertThat(jobs.of(app))
        .filteredOn(job -> job.kind().equals("create-index"))
        .extracting(Job::state, job -> job.details().path("reason").asText())
        .containsExactly(tuple("failed", "values-not-unique"));
    assertThat(indexes()).noneMatch(name -> name.startsWith("deal$name$"));
  }

  private long count(String where) {
    return db.fetchOne("select count(*) from app_" + app + ".deal where " + where)
        .get(0, Long.class);
  }

  private List<String> columns() {
    return db.fetch(
            "select column_name from information_schema.columns where table_schema = ?",
            "app_" + app)
        .getValues(0, String.class);
  }

  private List<String> indexes() {
    return db.fetch("select indexname from pg_indexes where schemaname = ?", "app_" + app)
        .getValues(0, String.class);
  }
}
