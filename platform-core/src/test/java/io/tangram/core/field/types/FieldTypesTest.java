package io.tangram.core.field.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.Ids;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.postgres.Migrated;
import io.tangram.core.postgres.Postgres;
import io.tangram.core.problem.Violation;
import io.tangram.core.schema.StoredTable;
import io.tangram.core.schema.TestTables;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Postgres.class)
@Migrated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldTypesTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final FieldTypes TYPES = HouseTypes.all();
  private static final String ONE = "11111111-1111-4111-8111-111111111111";
  private static final String TWO = "22222222-2222-4222-8222-222222222222";

  /** Key, words, a value, a greater or other value. */
  private static final Object[][] KINDS = {
    {"text", "", "\"张三_%\"", "\"郑七\""},
    {"longtext", "", "\"a\\nb\"", "\"c\""},
    {"number", "\"scale\":2", "\"12.50\"", "\"99\""},
    {
      "money",
      "",
      "{\"amount\":\"8.80\",\"currency\":\"CNY\"}",
      "{\"amount\":\"9\",\"currency\":\"CNY\"}"
    },
    {"date", "", "\"2026-02-28\"", "\"2026-03-01\""},
    {"datetime", "", "\"2026-02-28T08:30:00Z\"", "\"2026-02-28T08:30:01Z\""},
    {
      "daterange",
      "",
      "{\"start\":\"2026-02-01\",\"end\":\"2026-02-03\"}",
      "{\"start\":\"2026-02-02\",\"end\":\"2026-02-03\"}"
    },
    {
      "daterange",
      "\"time\":true",
      "{\"start\":\"2026-02-01T00:00:00Z\",\"end\":\"2026-02-03T00:00:00Z\"}",
      "{\"start\":\"2026-02-02T00:00:00Z\",\"end\":\"2026-02-03T00:00:00Z\"}"
    },
    {"select", "\"options\":[\"b\",\"a\"]", "\"b\"", "\"a\""},
    {"multiselect", "\"options\":[\"a\",\"b\",\"c\"]", "[\"a\",\"b\"]", "[\"c\"]"},
    {"switch", "", "true", "false"},
    {"person", "", "\"" + ONE + "\"", "\"" + TWO + "\""},
    {"department", "", "\"" + ONE + "\"", "\"" + TWO + "\""},
    {"relation", "\"to\":\"all\"", "\"" + ONE + "\"", "\"" + TWO + "\""},
    {"relations", "\"to\":\"all\"", "[\"" + ONE + "\",\"" + TWO + "\"]", "[\"" + TWO + "\"]"},
    {
      "file",
      "",
      "[{\"id\":\"" + ONE + "\",\"name\":\"a.pdf\",\"size\":7,\"type\":\"application/pdf\"}]",
      "[{\"id\":\"" + TWO + "\",\"name\":\"b\",\"size\":1,\"type\":\"x\"}]"
    },
    {"serial", "\"pattern\":\"QJ{yyyyMM}-{000}\"", "\"QJ202602-001\"", "\"QJ202602-002\""},
    {"number", "\"formula\":\"1\",\"stored\":true", "\"1\"", "\"2\""},
    {"formula", "\"formula\":\"1 + 1\",\"stored\":true", "\"2\"", "\"3\""},
  };

  private TableDef table;
  private StoredTable stored;
  private DataSource dataSource;

  @BeforeAll
  void publish(DSLContext db, DataSource source) throws Exception {
    var tables = new TestTables(db);
    var fields = new ArrayList<String>();
    for (int i = 0; i < KINDS.length; i++) {
      var words = KINDS[i][1].equals("") ? "" : "," + KINDS[i][1];
      fields.add("{\"key\":\"f" + i + "\",\"type\":\"" + KINDS[i][0] + "\"" + words + "}");
    }
    AppVersion version =
        tables.version(
            "types",
            1,
            Map.of("all", "{\"title\":\"f0\",\"fields\":[" + String.join(",", fields) + "]}"));
    tables.publish(Optional.empty(), version);
    table = version.find(TableDef.class, "all").orElseThrow();
    stored = tables.stored().table(version, "all");
    dataSource = source;
    insert(ONE, 2);
    insert(TWO, 3);
    insert("33333333-3333-4333-8333-333333333333", -1);
  }

  private FieldDef field(int index) {
    return table.field("f" + index).orElseThrow();
  }

  /** Binds what the types say, into placeholders as they come. */
  private void insert(String id, int which) throws Exception {
    var columns = new ArrayList<String>();
    var marks = new ArrayList<String>();
    var binds = new ArrayList<Object>();
    for (int i = 0; i < KINDS.length; i++) {
      var field = field(i);
      var type = TYPES.of(field);
      Object value = which < 0 ? null : type.read(json((String) KINDS[i][which]), field);
      var objects = type.toColumns(value, field);
      for (int c = 0; c < objects.length; c++) {
        var column = stored.columns(field.key()).get(c);
        columns.add("\"" + column.name() + "\"");
        marks.add(sql(column.type().placeholder()));
        binds.add(objects[c]);
      }
    }
    run(
        "insert into app_types.\"all\" (_id, _version, _created_at, _updated_at, "
            + String.join(", ", columns)
            + ") values (cast(? as uuid), 1, now(), now(), "
            + String.join(", ", marks)
            + ")",
        id,
        binds);
  }

  private static String sql(QueryPart part) {
    return DSL.using(SQLDialect.POSTGRES).render(part);
  }

  private void run(String sql, String id, List<Object> binds) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      for (int i = 0; i < binds.size(); i++) {
        statement.setObject(i + 2, binds.get(i));
      }
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private List<Field<?>> read(FieldDef field) {
    return stored.columns(field.key()).stream().<Field<?>>map(c -> c.read("t")).toList();
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }

  private static FieldDef field(String type, String words) throws IOException {
    var node = (ObjectNode) json("{" + words + "}");
    return new FieldDef(
        "f",
        null,
        type,
        false,
        false,
        null,
        Optional.empty(),
        FieldDef.Stored.NO,
        Optional.empty(),
        Optional.empty(),
        false,
        node,
        List.of());
  }

  @Test
  void when_values_are_written_and_read_again_then_they_are_the_same() throws Exception {
    try (Connection connection = dataSource.getConnection()) {
      for (int i = 0; i < KINDS.length; i++) {
        var field = field(i);
        FieldType<Object> type = TYPES.of(field);
        var columns = DSL.list(read(field));
        try (var statement =
                connection.prepareStatement(
                    "select " + sql(columns) + " from app_types.\"all\" t order by _id");
            var rows = statement.executeQuery()) {
          for (int which = 2; which < 4; which++) {
            assertThat(rows.next()).isTrue();
            var value = type.fromColumns(rows, 1, field);
            assertThat(json(written(type, value, field))).isEqualTo(json((String) KINDS[i][which]));
            assertThat(type.same(value, type.read(json((String) KINDS[i][which]), field))).isTrue();
          }
          assertThat(rows.next()).isTrue();
          assertThat(type.fromColumns(rows, 1, field)).isNull();
        }
      }
    }
  }

  private static String written(FieldType<Object> type, Object value, FieldDef field)
      throws IOException {
    var text = new StringWriter();
    try (var generator = JSON.getFactory().createGenerator(text)) {
      type.write(value, field, generator);
    }
    return text.toString();
  }

  @Test
  void when_rows_are_filtered_then_each_operator_finds_its_own_with_null_as_absent()
      throws Exception {
    for (int i = 0; i < KINDS.length; i++) {
      var field = field(i);
      var one = json((String) KINDS[i][2]);
      var key = field.type() + " " + field.key();
      for (var op : TYPES.of(field).operators(field)) {
        assertThat(found(field, op, operand(op, field, one)))
            .as(key + " " + op)
            .isEqualTo(expected(op));
      }
      if (TYPES.of(field).operators(field).contains(FilterOp.IN)) {
        var withNull = JsonNodeFactory.instance.arrayNode().addNull();
        assertThat(found(field, FilterOp.IN, withNull)).as(key + " in null").isEqualTo("3");
        assertThat(found(field, FilterOp.NIN, withNull)).as(key + " nin null").isEqualTo("12");
      }
    }
  }

  private static JsonNode operand(FilterOp op, FieldDef field, JsonNode value) {
    var range = field.type().equals("daterange");
    var start = range ? value.get("start") : value;
    var list = JsonNodeFactory.instance.arrayNode();
    return switch (op) {
      case IN, NIN -> value.isArray() ? list.add(value.get(0)) : list.add(value);
      case BETWEEN -> list.add(start).add(start);
      case CONTAINS -> value.isArray() ? value.get(0) : start;
      case EQ, NE, WITHIN -> value;
      default -> start;
    };
  }

  /** Row 1 has the value, row 2 a greater one, row 3 none. */
  private static String expected(FilterOp op) {
    return switch (op) {
      case EQ, IN, BETWEEN, LTE, CONTAINS, STARTS_WITH, ENDS_WITH -> "1";
      case NE, NIN -> "23";
      case LT -> "";
      case GT -> "2";
      case GTE, NOT_EMPTY -> "12";
      case EMPTY -> "3";
      case WITHIN -> "12";
    };
  }

  private String found(FieldDef field, FilterOp op, JsonNode operand) throws Exception {
    var type = TYPES.of(field);
    var sql =
        "select _id from app_types.\"all\" t where " + sql(type.condition(op, read(field), field));
    var binds = type.operands(op, operand, field);
    assertThat(sql.chars().filter(c -> c == '?').count()).as(sql).isEqualTo(binds.length);
    var ids = new TreeSet<String>();
    try (Connection connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < binds.length; i++) {
        statement.setObject(i + 1, binds[i]);
      }
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1).substring(0, 1));
        }
      }
    }
    return String.join("", ids);
  }

  @Test
  void when_texts_are_sorted_then_they_stand_in_the_order_of_pinyin(DSLContext db) {
    db.execute("create table public.names (name text collate tangram)");
    db.execute("insert into public.names values ('郑'), ('安'), ('王'), ('李'), ('b'), ('A')");
    assertThat(db.fetch("select name from public.names order by name").getValues(0, String.class))
        .containsExactly("A", "b", "安", "李", "王", "郑");
  }

  @ParameterizedTest(name = "{0} takes no {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text||5|text.type",
        "text|\"max\":3|\"四个字的\"|text.long",
        "text||\"a\\u0000\"|text.nul",
        "text||\"\\ud800\"|text.broken",
        "number||\"1E+50000000\"|number.type",
        "number||1E+50000000|number.digits",
        "number||1E-50000000|number.digits",
        "number||\"1e999\"|number.digits",
        "number||\"123456789012345678901234567890123456789012345678901234567890\"|number.digits",
        "number||123456789012345678901234567890123456789012345678901234567890|number.digits",
        "number||\"12,5\"|number.type",
        "number||\"\"|number.type",
        "number||\"NaN\"|number.type",
        "number|\"scale\":2|\"1.234\"|number.scale",
        "number|\"min\":1|\"0\"|number.min",
        "number|\"max\":1|\"2\"|number.max",
        "money||\"5\"|money.type",
        "money||{\"amount\":\"5\",\"currency\":\"yen\"}|money.currency",
        "money||{\"currency\":\"CNY\"}|field.required",
        "date||\"2026-02-30\"|date.type",
        "date||\"2026-2-3\"|date.type",
        "date||\"0000-01-01\"|date.year",
        "datetime||\"2026-02-28T08:30:00\"|datetime.type",
        "datetime||\"2026-02-28T25:30:00Z\"|datetime.type",
        "daterange||{\"start\":\"2026-02-02\",\"end\":\"2026-02-01\"}|daterange.order",
        "daterange||{\"start\":\"2026-02-02\"}|field.required",
        "select|\"options\":[\"a\"]|\"b\"|select.unknown",
        "multiselect|\"options\":[\"a\"]|[\"a\",\"b\"]|select.unknown",
        "multiselect|\"options\":[\"a\"]|\"a\"|list.type",
        "switch||\"true\"|switch.type",
        "person||\"1-1-1-1-1\"|id.type",
        "relation|\"to\":\"x\"|7|id.type",
        "relations|\"to\":\"x\"|[null]|id.type",
        "file||[{\"id\":\"x\"}]|id.type",
        "file||[{\"id\":\"11111111-1111-4111-8111-111111111111\"},{\"id\":\"22222222-2222-4222-8222-222222222222\"}]|file.many",
      })
  void when_a_value_is_none_of_the_type_then_it_is_refused_by_name_and_at_once(
      String type, String words, String value, String code) throws Exception {
    var field = field(type, words == null ? "" : words);
    var json = json(value);
    var began = System.nanoTime();
    var fault = catchThrowableOfType(InvalidValue.class, () -> TYPES.of(field).read(json, field));
    assertThat(fault.violations()).extracting(Violation::code).containsExactly(code);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void when_a_sub_table_has_several_faults_then_each_is_named_at_its_place() throws Exception {
    var price = field("number", "\"scale\":2");
    var lines =
        new FieldDef(
            "lines",
            null,
            "subtable",
            false,
            false,
            null,
            Optional.empty(),
            FieldDef.Stored.NO,
            Optional.empty(),
            Optional.empty(),
            false,
            null,
            List.of(price));
    var json =
        json(
            "[{\"values\":{\"f\":\"1.5\"}},{\"values\":{\"f\":\"x\",\"g\":1}},7,{\"id\":\"no\",\"values\":{}}]");
    var fault = catchThrowableOfType(InvalidValue.class, () -> TYPES.of(lines).read(json, lines));
    assertThat(fault.violations())
        .extracting(v -> v.pointer() + " " + v.code())
        .containsExactly(
            "/1/values/f number.type",
            "/1/values/g value.unknown",
            "/2 subtable.row",
            "/3/id id.type");
  }

  @Test
  void when_a_list_of_a_filter_is_too_long_then_it_is_refused() throws Exception {
    var list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i <= 10_000; i++) {
      list.add("x");
    }
    var text = field("text", "");
    assertThatThrownBy(() -> TYPES.of(text).operands(FilterOp.IN, list, text))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("filter.long");
  }

  @Test
  void when_types_are_asked_then_ids_name_what_they_point_to() throws Exception {
    var id = Ids.next();
    var relation = field("relation", "\"to\":\"base:customer\"");
    assertThat(TYPES.of(relation).link(relation).orElseThrow().table()).isEqualTo("base:customer");
    assertThat(TYPES.of(relation).linked(id)).containsExactly(id);
    assertThat(TYPES.of(relation).linked(null)).isEmpty();
  }
}
