package io.tangram.core.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The rows of apps and of their versions. Opens no transaction and decides nothing. */
@Singleton
final class AppStore {
  private static final String COLUMNS =
      "select key, label::text, icon, company, creator, version, template, template_version,"
          + " updated_at from app where deleted_at is null";

  private final DSLContext db;
  private final ObjectMapper json;
  private final Clock clock;

  AppStore(DSLContext db, ObjectMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  Optional<App> find(String key) {
    return db.fetch(COLUMNS + " and key = ?", key).stream().findFirst().map(this::app);
  }

  /** The app, kept from others who want to publish or remove it until the transaction ends. */
  Optional<App> lock(String key) {
    return db.fetch(COLUMNS + " and key = ? for update", key).stream().findFirst().map(this::app);
  }

  List<App> all() {
    return db.fetch(COLUMNS + " order by key").map(this::app);
  }

  /** Number of the published version; 0 when there is none, or no such app. */
  long version(String key) {
    return db.fetch("select version from app where key = ? and deleted_at is null", key).stream()
        .findFirst()
        .map(row -> row.get(0, Long.class))
        .orElse(0L);
  }

  /** False when the key is taken, be it by an app in the bin. */
  boolean create(String key, Label label, AppHome home) {
    return db.execute(
            """
            insert into app (key, label, company, creator, created_at, updated_at)
            values (?, ?::jsonb, ?::uuid, ?, ?::timestamptz, ?::timestamptz) on conflict (key) do nothing\
            """,
            key,
            text(label),
            home.company().orElse(null),
            home.creator().orElseThrow(),
            now(),
            now())
        == 1;
  }

  /** Into the bin. */
  void remove(String key) {
    db.execute(
        "update app set deleted_at = ?::timestamptz, updated_at = ?::timestamptz where key = ?",
        now(),
        now(),
        key);
  }

  void published(AppVersion version, UUID person, String note) {
    db.execute(
        """
        insert into app_version (app, number, note, created_at, created_by)
        values (?, ?, ?, ?::timestamptz, ?)\
        """,
        version.app(),
        version.number(),
        note,
        now(),
        person);
    var app = version.find(AppDef.class, "app").orElseThrow();
    db.execute(
        "update app set version = ?, label = ?::jsonb, icon = ?, updated_at = ?::timestamptz where"
            + " key = ?",
        version.number(),
        text(app.label()),
        app.icon().orElse(null),
        now(),
        version.app());
  }

  List<VersionNote> versions(String key) {
    return db.fetch(
            """
            select number, note, created_at, created_by from app_version
            where app = ? order by number desc\
            """,
            key)
        .map(
            row ->
                new VersionNote(
                    row.get(0, Long.class),
                    row.get(1, String.class),
                    row.get(2, OffsetDateTime.class).toInstant(),
                    row.get(3, UUID.class)));
  }

  /** Alias to the app that was bound to it, of those apps that are there and published. */
  Map<String, String> bindings(String key) {
    Map<String, String> bound = new HashMap<>();
    db.fetch("select alias, target from app_binding where app = ?", key)
        .forEach(row -> bound.put(row.get(0, String.class), row.get(1, String.class)));
    return bound;
  }

  private App app(Record row) {
    var template =
        Optional.ofNullable(row.get(6, String.class))
            .map(t -> new App.Template(t, row.get(7, String.class)));
    var home =
        new AppHome(
            Optional.ofNullable(row.get(3, UUID.class)), Optional.of(row.get(4, UUID.class)));
    return new App(
        row.get(0, String.class),
        label(row.get(1, String.class)),
        Optional.ofNullable(row.get(2, String.class)),
        home,
        row.get(5, Long.class),
        template,
        row.get(8, OffsetDateTime.class).toInstant());
  }

  private Label label(String text) {
    try {
      return json.readValue(text, Label.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a label that was stored cannot be read", e);
    }
  }

  private String text(Label label) {
    try {
      return json.writeValueAsString(label);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a label cannot be written", e);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
