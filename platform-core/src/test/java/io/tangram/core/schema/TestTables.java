package io.tangram.core.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.types.HouseTypes;
import io.tangram.core.job.Jobs;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.metadata.TableDef;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Publishes tables in tests that have neither documents nor CDI: table documents in, tables in the
 * database out.
 */
public final class TestTables {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Tables without records' own room: what formulas would keep stays as it is. */
  private static final StoredValues NOTHING_COMPUTED =
      new StoredValues() {
        @Override
        public Optional<UUID> compute(
            AppVersion version, String table, Optional<UUID> after, int rows) {
          return Optional.empty();
        }

        @Override
        public Optional<UUID> computeCurrent(
            String app, String table, Optional<UUID> after, int rows) {
          return Optional.empty();
        }
      };

  private final DSLContext db;
  private final TableKind kind;
  private final Map<String, AppVersion> others = new HashMap<>();

  public TestTables(DSLContext db) {
    this.db = db;
    var types = HouseTypes.all();
    var prospect = new Prospect(db);
    var jobs = new Jobs(db, Clock.systemUTC());
    var applier = new SchemaApplier(db, prospect, jobs);
    this.kind =
        new TableKind(
            types,
            new References(types, app -> Optional.ofNullable(others.get(app))),
            new TablePublisher(
                types,
                new SchemaStore(db),
                prospect,
                applier,
                new BrokenExports(() -> others.values().stream()),
                jobs,
                () -> NOTHING_COMPUTED));
  }

  public StoredTables stored() {
    return new DatabaseTables(new SchemaStore(db), HouseTypes.all());
  }

  public TableKind kind() {
    return kind;
  }

  /** A version that has these tables. {@code documents}: key to table document. */
  public AppVersion version(String app, long number, Map<String, String> documents) {
    var tables = new LinkedHashMap<String, Object>();
    documents.forEach((key, text) -> tables.put(key, kind.read(key, json(text))));
    var version = new AppVersion(app, number, Map.of(), Map.of(TableDef.class, tables));
    return version.completedBy(List.<DocumentKind<?>>of(kind));
  }

  /** What stands behind an alias that is bound to this app. */
  public void published(AppVersion other) {
    others.put(other.app(), other);
  }

  public List<PublishStep> plan(Optional<AppVersion> from, AppVersion to, String... restore) {
    return kind.plan(from, to, new PublishOptions(Set.of(restore)));
  }

  public void publish(Optional<AppVersion> from, AppVersion to, String... restore) {
    kind.publish(from, to, new PublishOptions(Set.of(restore)));
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
