package io.tangram.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.core.record.TestApp;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What becomes of rows that are there when formulas and sub-tables change over HTTP. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class StoredFormulasTest {
  @Inject DSLContext db;

  private static String order(String more, String columns) {
    return """
    {"format":"table/1","label":"订单","title":"name","fields":[
      {"key":"name","type":"text"},
      {"key":"rate","type":"number"}%s,
      {"key":"lines","type":"subtable","fields":[{"key":"count","type":"number"}%s]}]}
    """
        .formatted(more, columns);
  }

  private static final String PRICE = ",{\"key\":\"price\",\"type\":\"number\"}";
  private static final String AMOUNT =
      ",{\"key\":\"amount\",\"type\":\"formula\",\"formula\":\"count * price\",\"stored\":true}";
  private static final String TOTAL =
      ",{\"key\":\"total\",\"type\":\"formula\",\"formula\":\"SUM(lines.amount)%s\",\"stored\":true}";

  private static final String BODY =
      """
      {"values":{"name":"a","rate":"2","lines":[
        {"values":{"count":"3","price":"10"}},{"values":{"count":"1","price":"0.5"}}]}}
      """;

  /** Edits the table with the tag that is asked for, and publishes. */
  private static void change(TestApp app, String document) {
    var path = "/api/apps/" + app.key + "/draft";
    var tag = As.user("admin").get(path + "/tables/order.json").getHeader("ETag");
    As.user("admin")
        .header("If-Match", tag)
        .body(document)
        .put(path + "/tables/order.json")
        .then()
        .statusCode(equalTo(200));
    As.user("admin")
        .body("{\"accept\":[\"MAY_FAIL\",\"LOSES_DATA\"]}")
        .post("/api/apps/" + app.key + "/publish")
        .then()
        .statusCode(200);
  }

  @Test
  void when_a_formula_is_kept_from_now_on_then_the_rows_that_are_there_have_it_too() {
    var app = TestApp.publish(Map.of("tables/order.json", order("", PRICE)));
    String id = app.create("admin", "order", BODY).statusCode(201).extract().path("id");
    change(app, order(TOTAL.formatted(""), PRICE + AMOUNT));
    app.get("admin", "order", id)
        .body("values.total", equalTo("30.5"))
        .body("values.lines[0].values.amount", equalTo("30"))
        .body("version", equalTo(1));
    change(app, order(TOTAL.formatted(" * rate"), PRICE + AMOUNT));
    app.get("admin", "order", id).body("values.total", equalTo("61"));
    app.query("admin", "order", "{\"filter\":{\"field\":\"total\",\"op\":\"gt\",\"value\":\"60\"}}")
        .body("records.size()", equalTo(1));
  }

  @Test
  void when_there_are_many_rows_then_they_are_computed_by_a_job() throws Exception {
    var app = TestApp.publish(Map.of("tables/order.json", order("", PRICE)));
    db.execute(
        "insert into app_"
            + app.key
            + ".\"order\" (_id, _version, _created_at, _updated_at, name, rate) select"
            + " gen_random_uuid(), 1, now(), now(), n::text, n from generate_series(1, 5600) n");
    change(
        app,
        order(
            ",{\"key\":\"twice\",\"type\":\"formula\",\"formula\":\"rate * 2\",\"stored\":true}",
            PRICE));
    for (int i = 0; i < 120 && open(app) > 0; i++) {
      Thread.sleep(250);
    }
    assertThat(open(app)).isZero();
    assertThat(
            db.fetchOne("select count(*) from app_" + app.key + ".\"order\" where twice = rate * 2")
                .get(0))
        .isEqualTo(5600L);
  }

  private static long open(TestApp app) {
    List<String> states =
        As.user("admin").get("/api/apps/" + app.key + "/jobs").then().extract().path("state");
    assertThat(states).doesNotContain("failed").isNotEmpty();
    return states.stream().filter(state -> !state.equals("done")).count();
  }

  @Test
  void when_a_row_of_a_sub_table_is_edited_then_its_retired_values_stay() {
    var app = TestApp.publish(Map.of("tables/order.json", order("", PRICE)));
    var created = app.create("admin", "order", BODY).statusCode(201).extract();
    String id = created.path("id");
    String line = created.path("values.lines[0].id");
    change(app, order("", ""));
    app.patch(
            "admin",
            "order",
            id,
            "{\"version\":1,\"values\":{\"lines\":[{\"id\":\""
                + line
                + "\",\"values\":{\"count\":\"9\"}}]}}")
        .statusCode(200)
        .body("values.lines.size()", equalTo(1))
        .body("values.lines[0].values.price", nullValue());
    assertThat(
            db.fetch("select count, price from app_" + app.key + ".\"order$lines\"").intoArrays())
        .hasDimensions(1, 2);
    assertThat(
            db.fetchOne("select count || '/' || price from app_" + app.key + ".\"order$lines\"")
                .get(0))
        .isEqualTo("9/10");
  }

  @Test
  void when_a_row_of_another_record_is_named_then_it_is_not_taken() {
    var app = TestApp.publish(Map.of("tables/order.json", order("", PRICE)));
    String line =
        app.create("admin", "order", BODY).statusCode(201).extract().path("values.lines[0].id");
    app.create(
            "admin",
            "order",
            "{\"values\":{\"lines\":[{\"id\":\"" + line + "\",\"values\":{\"count\":\"9\"}}]}}")
        .statusCode(422)
        .body("violations[0].code", equalTo("subtable.id"));
  }
}
