package io.tangram.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Storage;
import io.tangram.core.field.types.HouseTypes;
import io.tangram.core.job.Jobs;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.Ids;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.postgres.Migrated;
import io.tangram.core.postgres.Postgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Publishes random designs one over the other, with rows in them. Everything of one chain happens
 * in one transaction that is rolled back, so that hundreds of apps cost seconds.
 */
@ExtendWith(Postgres.class)
@Migrated
class RandomDesignsTest {
  private static final int CHAINS = 260;
  private static final FieldTypes TYPES = HouseTypes.all();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String APP = "random";

  private DSLContext db;
  private TestTables tables;
  private SchemaStore store;
  private Map<String, String> documents;
  private int pairs;
  private int mutants;

  @Test
  void when_any_design_follows_any_other_then_the_database_follows_and_keeps_every_value(
      DataSource source) throws Exception {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      db = DSL.using(connection, SQLDialect.POSTGRES);
      tables = new TestTables(db);
      store = new SchemaStore(db);
      for (long seed = 1; seed <= CHAINS; seed++) {
        chain(connection, seed);
        connection.rollback();
      }
    }
    assertThat(pairs).isGreaterThanOrEqualTo(500);
    assertThat(mutants).isGreaterThan(200);
  }

  /** First design, an edited one over it, and one that edits it again or is another altogether. */
  private void chain(Connection connection, long seed) throws Exception {
    var random = new RandomTables(seed);
    var design = random.design();
    Optional<AppVersion> from = Optional.empty();
    for (int number = 1; number <= 3; number++) {
      var to = tables.version(APP, number, design.documents());
      documents = design.documents();
      if (number > 1) {
        mutant(connection, from, to, random, seed);
      }
      pair(connection, from, to, random, "seed " + seed + " version " + number);
      fill(connection, to, design, random);
      from = Optional.of(to);
      design = number == 2 && random.chance(3) ? random.design() : random.edited(design);
    }
  }

  private void pair(
      Connection connection,
      Optional<AppVersion> from,
      AppVersion to,
      RandomTables random,
      String name)
      throws SQLException {
    var columnsBefore = columns();
    var rowsBefore = rows();
    var restored = restored(random);
    tables.publish(from, to, restored);
    pairs += from.isPresent() ? 1 : 0;

    assertThat(columns()).as(name).isEqualTo(expected(columnsBefore, to));
    assertThat(faults(to, store.load(APP))).as(name).isEmpty();
    assertThat(missing(rowsBefore, rows())).as(name).isEmpty();
    var again = tables.version(APP, to.number() + 1, documents);
    assertThat(tables.plan(Optional.of(to), again)).as(name).isEmpty();
    assertThat(connection.getAutoCommit()).isFalse();
  }

  /** Some of what is retired. */
  private String[] restored(RandomTables random) {
    var names = new ArrayList<String>();
    for (var table : store.load(APP).tables()) {
      if (random.chance(2)) {
        names.add(
            table.live()
                ? table.key() + "." + random.one(List.of("f1", "f2", "f3", "f4", "f5"))
                : table.key());
      }
    }
    return names.toArray(String[]::new);
  }

  /** What must stand in the database: what was there, and the columns of the new design. */
  private Map<String, String> expected(Map<String, String> before, AppVersion to) {
    var expected = new TreeMap<>(before);
    for (var entity : Entity.of(to.all(TableDef.class).values())) {
      var stored = tables.stored().table(to, entity.key());
      var system =
          entity.sub()
              ? Map.of("_id", "uuid", "_parent", "uuid", "_position", "integer")
              : systemColumns();
      system.forEach((column, type) -> expected.put(stored.name() + "." + column, type));
      for (var field : entity.fields()) {
        if (TYPES.of(field).storage(field) == Storage.COLUMNS) {
          var wanted = TYPES.of(field).columns(field);
          for (int i = 0; i < wanted.size(); i++) {
            var type = wanted.get(i).type();
            expected.put(
                stored.name() + "." + stored.columns(field.key()).get(i).name(),
                type.sql().replaceFirst(".*\\[]", "ARRAY") + (type.collated() ? " tangram" : ""));
          }
        }
      }
    }
    return expected;
  }

  private static Map<String, String> systemColumns() {
    var columns = new TreeMap<String, String>();
    for (var column : SystemColumn.values()) {
      columns.put(column.column(), column.type().sql());
    }
    return columns;
  }

  private Map<String, String> columns() {
    var columns = new TreeMap<String, String>();
    db.fetch(
            "select table_name || '.' || column_name, data_type || coalesce(' ' || collation_name,"
                + " '') from information_schema.columns where table_schema = ?",
            "app_" + APP)
        .forEach(row -> columns.put(row.get(0, String.class), row.get(1, String.class)));
    return columns;
  }

  /** Where the kept map, the indexes and the design disagree. */
  private Set<String> faults(AppVersion to, PhysicalSchema kept) {
    var faults = new TreeSet<String>();
    var names = new TreeSet<String>();
    for (var table : kept.tables()) {
      table.columns().forEach(c -> names.add(table.name() + "." + c.name()));
    }
    columns().keySet().stream()
        .filter(name -> name.indexOf("._") < 0 && !names.contains(name))
        .forEach(name -> faults.add("not in the kept map: " + name));
    names.removeAll(columns().keySet());
    names.forEach(name -> faults.add("not in the database: " + name));
    var entities = Entity.of(to.all(TableDef.class).values());
    for (var table : kept.tables()) {
      var entity = entities.stream().filter(e -> e.key().equals(table.key())).findFirst();
      if (table.live()) {
        entity.ifPresentOrElse(
            e -> live(e, table, faults), () -> faults.add("not retired: " + table.name()));
      }
    }
    entities.stream()
        .filter(e -> kept.table(e.key()).isEmpty())
        .forEach(e -> faults.add("no table for " + e.key()));
    return faults;
  }

  private static void live(Entity entity, PhysicalTable table, Set<String> faults) {
    for (var field : entity.fields()) {
      var live = table.live(field.key());
      var stored = TYPES.of(field).storage(field) == Storage.COLUMNS;
      var wanted = stored ? TYPES.of(field).columns(field) : List.<ColumnDef>of();
      if (!live.stream().map(PhysicalColumn::type).toList().equals(types(wanted))
          || live.stream()
              .anyMatch(
                  c ->
                      c.state() != PhysicalColumn.State.READY
                          || !c.fieldType().equals(field.type()))) {
        faults.add("wrong columns: " + table.name() + "." + field.key() + " " + live);
      }
    }
    table.columns().stream()
        .filter(c -> c.live() && entity.field(c.field()).isEmpty())
        .forEach(c -> faults.add("not retired: " + table.name() + "." + c.name()));
    var wanted = new TreeSet<String>();
    new TableIndexes(TYPES, entity, table).all().forEach(i -> wanted.add(i.name()));
    var there = new TreeSet<String>();
    table.indexes().forEach(i -> there.add(i.name()));
    if (!there.equals(wanted)) {
      faults.add("indexes of " + table.name() + ": " + there + " instead of " + wanted);
    }
  }

  private static List<ColumnType> types(List<ColumnDef> columns) {
    return columns.stream().map(ColumnDef::type).toList();
  }

  /** Every row of every table, as JSON. */
  private Map<String, JsonNode> rows() {
    var rows = new TreeMap<String, JsonNode>();
    for (var table : store.load(APP).tables()) {
      db.fetch("select _id, cast(to_jsonb(t) as text) from app_random.\"" + table.name() + "\" t")
          .forEach(
              row -> rows.put(table.name() + "/" + row.get(0), json(row.get(1, String.class))));
    }
    return rows;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> missing(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    var missing = new TreeSet<String>();
    before.forEach(
        (row, values) ->
            values
                .properties()
                .forEach(
                    value -> {
                      if (!value
                              .getValue()
                              .equals(after.getOrDefault(row, values).get(value.getKey()))
                          || !after.containsKey(row)) {
                        missing.add(row + "." + value.getKey() + " was " + value.getValue());
                      }
                    }));
    return missing;
  }

  /** Takes one step out of the plan: the same looks must find that it is missing. */
  private void mutant(
      Connection connection,
      Optional<AppVersion> from,
      AppVersion to,
      RandomTables random,
      long seed)
      throws SQLException {
    var current = store.load(APP);
    var target =
        new SchemaDesign(
                TYPES, current, from.get().all(TableDef.class).values(), PublishOptions.NONE)
            .target(to.all(TableDef.class).values());
    var steps = new ArrayList<>(SchemaPlan.between(current, target).steps());
    if (steps.isEmpty()) {
      return;
    }
    var taken = random.one(steps);
    steps.remove(taken);
    var savepoint = connection.setSavepoint();
    assertThat(caught(current, target, steps, to)).as("seed %s without %s", seed, taken).isTrue();
    connection.rollback(savepoint);
    mutants++;
  }

  private boolean caught(
      PhysicalSchema current, PhysicalSchema target, List<SchemaStep> steps, AppVersion to) {
    try {
      var applier = new SchemaApplier(db, new Prospect(db), new Jobs(db, Clock.systemUTC()));
      var reached = applier.apply(APP, new SchemaPlan(steps), current, target);
      store.save(APP, current, reached, to.number());
      return !faults(to, store.load(APP)).isEmpty();
    } catch (DataAccessException e) {
      return true; // a later step needed it
    }
  }

  private void fill(
      Connection connection, AppVersion version, RandomTables.Design design, RandomTables random)
      throws Exception {
    for (var table : design.tables().entrySet()) {
      fill(connection, version, table.getKey(), table.getValue(), random);
      for (var field : table.getValue().entrySet()) {
        if (!field.getValue().columns().isEmpty()) {
          fill(
              connection,
              version,
              table.getKey() + "." + field.getKey(),
              field.getValue().columns(),
              random);
        }
      }
    }
  }

  private void fill(
      Connection connection,
      AppVersion version,
      String key,
      Map<String, RandomTables.Field> fields,
      RandomTables random)
      throws Exception {
    var stored = tables.stored().table(version, key);
    var sub = key.indexOf('.') >= 0;
    for (int row = 0; row < 3; row++) {
      var columns = new ArrayList<String>(List.of("_id"));
      var marks = new ArrayList<String>(List.of("?"));
      var binds = new ArrayList<Object>(List.of(Ids.next()));
      if (sub) {
        columns.addAll(List.of("_parent", "_position"));
        marks.addAll(List.of("?", "1"));
        binds.add(Ids.next());
      } else {
        columns.addAll(List.of("_version", "_created_at", "_updated_at"));
        marks.addAll(List.of("1", "now()", "now()"));
      }
      for (var field : fields.entrySet()) {
        var json = field.getValue().columns().isEmpty() ? random.value(field.getValue()) : null;
        if (json != null) {
          value(version, key, field.getKey(), json, stored, columns, marks, binds);
        }
      }
      insert(connection, stored, columns, marks, binds);
    }
  }

  private static void value(
      AppVersion version,
      String key,
      String field,
      String json,
      StoredTable stored,
      List<String> columns,
      List<String> marks,
      List<Object> binds)
      throws Exception {
    FieldDef def =
        Entity.of(version.all(TableDef.class).values()).stream()
            .filter(e -> e.key().equals(key))
            .findFirst()
            .flatMap(e -> e.field(field))
            .orElseThrow();
    var type = TYPES.of(def);
    var objects = type.toColumns(type.read(json(json), def), def);
    for (int i = 0; i < objects.length; i++) {
      var column = stored.columns(field).get(i);
      columns.add(column.name());
      marks.add("cast(? as " + column.type().sql() + ")");
      binds.add(objects[i]);
    }
  }

  private static void insert(
      Connection connection,
      StoredTable stored,
      List<String> columns,
      List<String> marks,
      List<Object> binds)
      throws SQLException {
    var sql =
        "insert into app_random.\""
            + stored.name()
            + "\" (\""
            + String.join("\", \"", columns)
            + "\") values ("
            + String.join(", ", marks)
            + ")";
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < binds.size(); i++) {
        statement.setObject(i + 1, binds.get(i));
      }
      statement.executeUpdate();
    }
  }
}
