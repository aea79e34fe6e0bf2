package io.tangram.core.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The table of jobs. It runs nothing. */
final class JobStore {
  private static final String COLUMNS =
      "id, app, kind, table_key, element, state, done, total, position, settings::text as settings,"
          + " details::text as details";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Clock clock;

  JobStore(Clock clock) {
    this.clock = clock;
  }

  void insert(DSLContext db, Job job, Duration delay) {
    var now = now();
    db.query(
            "insert into job (id, app, kind, table_key, element, state, total, settings,"
                + " not_before, created_at, updated_at) values (?, ?, ?, ?, ?, 'waiting', ?, cast(?"
                + " as jsonb), cast(? as timestamptz), cast(? as timestamptz), cast(? as"
                + " timestamptz))",
            job.id(),
            job.app(),
            job.kind(),
            job.table(),
            job.element(),
            job.total(),
            job.settings().toString(),
            now.plus(delay),
            now,
            now)
        .execute();
  }

  /** The next job that is due and that nobody works on; of an app only its oldest open one. */
  Optional<Job> take(DSLContext db) {
    return db.fetchOptional(
            "select "
                + COLUMNS
                + " from job j where state in ('waiting', 'running') and not_before <= cast(? as"
                + " timestamptz) and not exists (select from job o where o.app = j.app and o.number"
                + " < j.number and o.state in ('waiting', 'running') and o.not_before <= cast(? as"
                + " timestamptz)) order by number for update skip locked limit 1",
            now(),
            now())
        .map(JobStore::job);
  }

  void progress(DSLContext db, Job job, Progress progress) {
    db.query(
            "update job set state = ?, done = least(done + ?, greatest(total, done)), position = ?,"
                + " details = details || cast(? as jsonb), attempts = 0, updated_at = cast(? as"
                + " timestamptz) where id = ?",
            progress.finished() ? "done" : "running",
            progress.rows(),
            progress.position(),
            JSON.valueToTree(progress.details()).toString(),
            now(),
            job.id())
        .execute();
  }

  void failed(DSLContext db, Job job, JobFailure failure) {
    var details =
        JSON.<ObjectNode>valueToTree(failure.details()).put("reason", failure.getMessage());
    db.query(
            "update job set state = 'failed', details = details || cast(? as jsonb), updated_at ="
                + " cast(? as timestamptz) where id = ?",
            details.toString(),
            now(),
            job.id())
        .execute();
  }

  /** Tries again later, each time after a longer while; gives up after the last one. */
  void postponed(DSLContext db, Job job, int mostAttempts) {
    db.query(
            "update job set attempts = attempts + 1, state = case when attempts + 1 >= ? then"
                + " 'failed' else state end, not_before = cast(? as timestamptz) + least(power(2,"
                + " attempts), 300) * interval '1 second', updated_at = cast(? as timestamptz)"
                + " where id = ?",
            mostAttempts,
            now(),
            now(),
            job.id())
        .execute();
  }

  /** Without those that were put off on purpose: nobody waits for them. */
  List<Job> of(DSLContext db, String app, int most) {
    return db.fetch(
            "select "
                + COLUMNS
                + " from job where app = ? and (attempts > 0 or state <> 'waiting' or not_before <="
                + " cast(? as timestamptz)) order by created_at desc, number desc limit ?",
            app,
            now(),
            most)
        .map(JobStore::job);
  }

  /** Those of an app that are not finished yet. */
  List<Job> open(DSLContext db, String app) {
    return db.fetch(
            "select "
                + COLUMNS
                + " from job where app = ? and state in ('waiting', 'running') order by number",
            app)
        .map(JobStore::job);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Job job(Record row) {
    return new Job(
        row.get("id", UUID.class),
        row.get("app", String.class),
        row.get("kind", String.class),
        row.get("table_key", String.class),
        row.get("element", String.class),
        row.get("state", String.class),
        row.get("done", Long.class),
        row.get("total", Long.class),
        Optional.ofNullable(row.get("position", String.class)),
        parsed(row.get("settings", String.class)),
        parsed(row.get("details", String.class)));
  }

  private static ObjectNode parsed(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a jsonb column holds no JSON", e);
    }
  }
}
