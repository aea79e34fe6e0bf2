package io.tangram.core.schema;

import static io.tangram.core.metadata.PublishStep.Hazard.LOSES_DATA;
import static io.tangram.core.metadata.PublishStep.Hazard.MAY_FAIL;
import static io.tangram.core.metadata.PublishStep.Hazard.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.Ids;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.postgres.Migrated;
import io.tangram.core.postgres.Postgres;
import io.tangram.core.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Postgres.class)
@Migrated
class TablePublisherTest {
  private static final AtomicInteger APPS = new AtomicInteger();
  private final String app = "shop" + APPS.incrementAndGet();
  private DSLContext db;
  private TestTables tables;

  @BeforeEach
  void open(DSLContext context) {
    db = context;
    tables = new TestTables(context);
  }

  private AppVersion deal(long number, String fields, String... rest) {
    var more = rest.length == 0 ? "" : "," + rest[0];
    return tables.version(
        app,
        number,
        Map.of("deal", "{\"title\":\"name\",\"fields\":[" + fields + "]" + more + "}"));
  }

  private static String field(String key, String type, String... words) {
    var more = words.length == 0 ? "" : "," + words[0];
    return "{\"key\":\"" + key + "\",\"type\":\"" + type + "\"" + more + "}";
  }

  private static final String NAME = field("name", "text");

  private void insert(String columns, Object... values) {
    var marks = ", ?".repeat(values.length);
    var binds = new Object[values.length + 1];
    binds[0] = Ids.next();
    System.arraycopy(values, 0, binds, 1, values.length);
    db.query(
            "insert into app_"
                + app
                + ".deal (_id, _version, _created_at, _updated_at, "
                + columns
                + ") values (?, 1, now(), now()"
                + marks
                + ")",
            binds)
        .execute();
  }

  private List<String> columns(String table) {
    return db.fetch(
            "select column_name from information_schema.columns where table_schema = ? and"
                + " table_name = ? and column_name not like '\\_%' order by ordinal_position",
            "app_" + app, table)
        .getValues("column_name", String.class);
  }

  private static List<String> kinds(List<PublishStep> steps) {
    return steps.stream().map(PublishStep::kind).toList();
  }

  @Nested
  class given_a_published_table {
    private AppVersion first;

    @BeforeEach
    void publish() {
      first = deal(1, NAME + "," + field("amount", "text"));
      tables.publish(Optional.empty(), first);
    }

    @Test
    void then_publishing_it_again_has_no_step() {
      assertThat(tables.plan(Optional.of(first), deal(2, NAME + "," + field("amount", "text"))))
          .isEmpty();
    }

    @Test
    void when_a_field_is_added_then_the_column_is_there() {
      var second = deal(2, NAME + "," + field("amount", "text") + "," + field("cost", "money"));
      assertThat(tables.plan(Optional.of(first), second))
          .containsExactly(new PublishStep("add-column", "deal", "cost", NONE, false, Map.of()));
      tables.publish(Optional.of(first), second);
      assertThat(columns("deal")).containsExactly("name", "amount", "cost", "cost$currency");
    }

    @Test
    void when_a_text_becomes_a_number_then_what_is_none_is_counted_and_kept() {
      insert("name, amount", "a", "12.50");
      insert("name, amount", "b", "about ten");
      insert("name, amount", "c", null);
      var second = deal(2, NAME + "," + field("amount", "number"));
      assertThat(tables.plan(Optional.of(first), second))
          .containsExactly(
              new PublishStep(
                  "change-type",
                  "deal",
                  "amount",
                  MAY_FAIL,
                  false,
                  Map.of("values", 2L, "convertible", 1L, "lost", 1L)));
      tables.publish(Optional.of(first), second);
      assertThat(columns("deal")).containsExactly("name", "amount", "amount$2");
      assertThat(db.fetch("select amount, \"amount$2\" from app_" + app + ".deal order by name"))
          .extracting(row -> row.get(0), row -> row.get(1))
          .containsExactly(
              tuple("12.50", new BigDecimal("12.50")), tuple("about ten", null), tuple(null, null));
      assertThat(tables.plan(Optional.of(second), deal(3, NAME + "," + field("amount", "number"))))
          .isEmpty();
      assertThat(tables.stored().table(second, "deal").columns("amount"))
          .extracting(StoredColumn::name)
          .containsExactly("amount$2");
    }

    @Test
    void when_every_value_can_be_converted_then_nothing_is_dangerous() {
      insert("name, amount", "a", "7");
      assertThat(tables.plan(Optional.of(first), deal(2, NAME + "," + field("amount", "number"))))
          .extracting(PublishStep::hazard)
          .containsExactly(NONE);
    }

    @Test
    void when_no_value_can_be_converted_then_it_says_so() {
      insert("name, amount", "a", "7");
      assertThat(tables.plan(Optional.of(first), deal(2, NAME + "," + field("amount", "person"))))
          .filteredOn(step -> step.kind().equals("change-type"))
          .extracting(PublishStep::hazard)
          .containsExactly(LOSES_DATA);
    }

    @Test
    void when_a_field_goes_and_comes_back_then_the_choice_is_between_the_old_and_a_new_column() {
      insert("name, amount", "a", "7");
      var second = deal(2, NAME);
      assertThat(kinds(tables.plan(Optional.of(first), second))).containsExactly("retire-column");
      tables.publish(Optional.of(first), second);
      assertThat(columns("deal")).containsExactly("name", "amount");
      var third = deal(3, NAME + "," + field("amount", "text"));
      assertThat(kinds(tables.plan(Optional.of(second), third))).containsExactly("add-column");
      assertThat(kinds(tables.plan(Optional.of(second), third, "deal.amount")))
          .containsExactly("restore-column");
      assertThat(kinds(tables.plan(Optional.of(second), third, "*")))
          .containsExactly("restore-column");
      tables.publish(Optional.of(second), third, "deal.amount");
      assertThat(columns("deal")).containsExactly("name", "amount");
      assertThat(tables.stored().table(third, "deal").columns("amount"))
          .extracting(StoredColumn::name)
          .containsExactly("amount");
    }

    @Test
    void when_the_table_goes_then_its_rows_stay() {
      insert("name, amount", "a", "7");
      var second = tables.version(app, 2, Map.of());
      assertThat(kinds(tables.plan(Optional.of(first), second))).containsExactly("retire-table");
      tables.publish(Optional.of(first), second);
      assertThat(db.fetchOne("select count(*) from app_" + app + ".deal").get(0)).isEqualTo(1L);
      var third = deal(3, NAME + "," + field("amount", "text"));
      assertThat(kinds(tables.plan(Optional.of(second), third, "deal")))
          .containsExactly("restore-table");
      tables.publish(Optional.of(second), third);
      assertThat(tables.stored().table(third, "deal").name()).isEqualTo("deal$2");
    }

    @Test
    void when_a_sub_table_is_added_then_its_rows_have_a_home() {
      var lines =
          "{\"key\":\"lines\",\"type\":\"subtable\",\"fields\":["
              + field("price", "number")
              + ","
              + field("product", "relation", "\"to\":\"deal\"")
              + "]}";
      tables.publish(
          Optional.of(first), deal(2, NAME + "," + field("amount", "text") + "," + lines));
      assertThat(columns("deal$lines")).containsExactly("price", "product");
    }
  }

  @Nested
  class given_rows_with_equal_values {
    private AppVersion first;

    @BeforeEach
    void publish() {
      first = deal(1, NAME + "," + field("span", "daterange"));
      tables.publish(Optional.empty(), first);
      insert("name, span, \"span$end\"", "a", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 5));
      insert("name, span, \"span$end\"", "a", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 9));
    }

    @Test
    void when_the_field_becomes_unique_then_the_twins_are_counted_and_refused() {
      var second =
          deal(2, field("name", "text", "\"unique\":true") + "," + field("span", "daterange"));
      assertThat(tables.plan(Optional.of(first), second))
          .containsExactly(
              new PublishStep(
                  "create-index", "deal", "name", MAY_FAIL, false, Map.of("duplicates", 1L)));
      assertThatThrownBy(() -> tables.publish(Optional.of(first), second))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("unique.broken");
    }

    @Test
    void when_times_must_not_overlap_then_a_shared_day_is_refused() {
      var second =
          deal(
              2,
              NAME + "," + field("span", "daterange"),
              "\"uniques\":[{\"key\":\"once\",\"fields\":[\"name\"],\"during\":\"span\",\"where\":\"state"
                  + " <> 'refused'\"}]");
      assertThatThrownBy(() -> tables.publish(Optional.of(first), second))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("unique.broken");
      db.execute("delete from app_" + app + ".deal where span = '2026-01-05'");
      tables.publish(Optional.of(first), second);
      assertThatThrownBy(
              () ->
                  insert(
                      "name, span, \"span$end\"",
                      "a",
                      LocalDate.of(2026, 1, 3),
                      LocalDate.of(2026, 1, 3)))
          .hasMessageContaining("once");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state <> 'refused'",
        "amount > 0",
        "price.amount >= 5",
        "kind = 'a'",
        "AND(type = 'big', NOT(ISBLANK(name)))",
        "span.start < span.end",
        "LEN(name) + amount > 2",
        "name & 'x' = 'ax'",
        "seller = owner",
        "IF(flag, amount, 0) > 3",
        "YEAR(day) = 2026"
      })
  void when_a_unique_rule_has_a_condition_then_its_index_can_be_built(String where) {
    var fields =
        NAME
            + ","
            + String.join(
                ",",
                field("amount", "number"),
                field("price", "money"),
                field("kind", "select", "\"options\":[\"a\",\"b\"]"),
                field("day", "date"),
                field("span", "daterange"),
                field("seller", "person"),
                field("flag", "switch"));
    var version =
        deal(
            1,
            fields,
            "\"uniques\":[{\"key\":\"once\",\"fields\":[\"name\"],\"where\":\"" + where + "\"}]");
    tables.publish(Optional.empty(), version);
    assertThat(db.fetch("select indexname from pg_indexes where schemaname = ?", "app_" + app))
        .extracting(row -> row.get(0, String.class))
        .anyMatch(name -> name.startsWith("deal$once$"));
    assertThat(tables.stored().table(version, "deal").rules().values())
        .contains(new StoredTable.Held("once", List.of("name")));
  }
}
