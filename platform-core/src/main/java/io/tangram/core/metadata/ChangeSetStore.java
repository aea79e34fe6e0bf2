package io.tangram.core.metadata;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;

/** The rows of change sets. Opens no transaction and decides nothing. */
@Singleton
final class ChangeSetStore {
  private final DSLContext db;
  private final Clock clock;

  ChangeSetStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * One more revision, kept from other editors and from the publisher until the transaction ends.
   */
  long lock(String app, String name, UUID person) {
    return db.fetch(
            """
            insert into change_set (app, name, revision, updated_at, updated_by) values (?, ?, 1, ?::timestamptz, ?)
            on conflict (app, name) do update
            set revision = change_set.revision + 1, updated_at = excluded.updated_at,
                updated_by = excluded.updated_by
            returning revision\
            """,
            app,
            name,
            OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)),
            person)
        .get(0)
        .get(0, Long.class);
  }

  Optional<Long> revision(String app, String name) {
    return db
        .fetch("select revision from change_set where app = ? and name = ?", app, name)
        .stream()
        .findFirst()
        .map(row -> row.get(0, Long.class));
  }

  List<String> names(String app) {
    return db.fetch("select name from change_set where app = ? order by name", app)
        .map(row -> row.get(0, String.class));
  }

  Map<String, Change> changes(String app, String name) {
    Map<String, Change> changes = new TreeMap<>();
    db.fetch(
            """
            select path, hash, base_hash, base_version from change_set_document
            where app = ? and change_set = ?\
            """,
            app,
            name)
        .forEach(
            row ->
                changes.put(
                    row.get(0, String.class),
                    new Change(
                        row.get(0, String.class),
                        Optional.ofNullable(row.get(1, String.class)),
                        Optional.ofNullable(row.get(2, String.class)),
                        row.get(3, Long.class))));
    return changes;
  }

  void put(String app, String name, Change change) {
    db.execute(
        """
        insert into change_set_document (app, change_set, path, hash, base_hash, base_version)
        values (?, ?, ?, ?, ?, ?)
        on conflict (app, change_set, path) do update
        set hash = excluded.hash, base_hash = excluded.base_hash,
            base_version = excluded.base_version\
        """,
        app,
        name,
        change.path(),
        change.hash().orElse(null),
        change.baseHash().orElse(null),
        change.baseVersion());
  }

  /** As if the document had never been touched in this change set. */
  void forget(String app, String name, String path) {
    db.execute(
        "delete from change_set_document where app = ? and change_set = ? and path = ?",
        app,
        name,
        path);
  }

  /** Nothing is changed any more; the revision stays. */
  void empty(String app, String name) {
    db.execute("delete from change_set_document where app = ? and change_set = ?", app, name);
  }

  void remove(String app, String name) {
    db.execute("delete from change_set where app = ? and name = ?", app, name);
  }
}
