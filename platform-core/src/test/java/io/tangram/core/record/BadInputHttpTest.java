package io.tangram.core.record;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class BadInputHttpTest {
  static final String THING =
      """
      {"format":"table/1","label":"物品","title":"name","fields":[
        {"key":"name","label":"名称","type":"text","required":true},
        {"key":"amount","label":"数","type":"number","scale":2},
        {"key":"day","label":"日","type":"date"},
        {"key":"flag","label":"开关","type":"switch"},
        {"key":"span","label":"起止","type":"daterange"},
        {"key":"many","label":"多选","type":"multiselect","options":["a","b"]},
        {"key":"who","label":"谁","type":"person"},
        {"key":"unit","label":"部门","type":"department"},
        {"key":"other","label":"关联","type":"relation","to":"thing"},
        {"key":"doc","label":"附件","type":"file"}]}
      """;
  static TestApp app;
  static TestApp elsewhere;

  @BeforeEach
  void publish() {
    if (app == null) {
      app = TestApp.publish(Map.of("tables/thing.json", THING));
      elsewhere = TestApp.publish(Map.of("tables/thing.json", THING));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"amount\":\"111111111111111111111111111111111111111111111111111111111111\"",
        "\"amount\":\"1E+50000000\"",
        "\"amount\":1E+50000000",
        "\"amount\":\"1.234\"",
        "\"amount\":true",
        "\"amount\":{}",
        "\"day\":\"2026-02-30\"",
        "\"day\":20260228",
        "\"flag\":\"yes\"",
        "\"span\":{\"start\":\"2026-02-02\",\"end\":\"2026-02-01\"}",
        "\"span\":\"2026\"",
        "\"many\":[\"c\"]",
        "\"many\":\"a\"",
        "\"who\":\"nobody\"",
        "\"who\":\"00000000-0000-4000-8000-000000000000\"",
        "\"unit\":\"00000000-0000-4000-8000-000000000000\"",
        "\"other\":\"00000000-0000-4000-8000-000000000000\"",
        "\"other\":[]",
        "\"doc\":[{\"id\":\"00000000-0000-4000-8000-000000000000\"}]",
        "\"doc\":{}",
        "\"name\":\"a\\u0000b\"",
        "\"nonsense\":1",
        "\"id\":1",
        "\"_id\":1",
        "\"state\":\"done\"",
      })
  void when_a_value_is_wrong_then_it_is_refused_at_its_place(String value) {
    var body = "{\"values\":{\"name\":\"x\"," + value + "}}";
    if (value.startsWith("\"name\"")) {
      body = "{\"values\":{" + value + "}}";
    }
    app.create("admin", "thing", body)
        .statusCode(422)
        .body("type", equalTo("values-invalid"))
        .body("violations", hasSize(1))
        .body(
            "violations[0].pointer",
            startsWith("/values/" + value.substring(1, value.indexOf('"', 1))))
        .body("violations[0].message", notNullValue());
  }

  @Test
  void when_a_text_is_too_long_then_it_is_refused() {
    app.create("admin", "thing", "{\"values\":{\"name\":\"" + "长".repeat(10_000) + "\"}}")
        .statusCode(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "", "[", "{\"values\":{\"name\":\"x\"}", "{\"values\":{}}}", "nonsense"})
  void when_the_json_is_broken_then_it_says_so(String body) {
    app.create("admin", "thing", body).statusCode(400).body("type", equalTo("json-broken"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "1",
        "null",
        "{\"values\":1}",
        "{\"values\":{\"name\":\"x\"},\"extra\":1}",
        "{\"id\":\"x\",\"values\":{\"name\":\"x\"}}",
        "{\"id\":7,\"values\":{\"name\":\"x\"}}",
        "{\"type\":\"none\",\"values\":{\"name\":\"x\"}}",
        "{\"type\":{},\"values\":{\"name\":\"x\"}}"
      })
  void when_the_body_is_no_record_then_it_is_refused(String body) {
    var status = app.create("admin", "thing", body).extract().statusCode();
    org.assertj.core.api.Assertions.assertThat(status).isIn(400, 422);
  }

  @Test
  void when_the_body_is_huge_then_it_is_refused() {
    app.create("admin", "thing", "{\"values\":{\"name\":\"" + "x".repeat(10 << 20) + "\"}}")
        .statusCode(413);
  }

  @Test
  void when_an_id_names_nothing_here_then_it_is_not_found() {
    String id =
        elsewhere
            .create("admin", "thing", "{\"values\":{\"name\":\"there\"}}")
            .extract()
            .path("id");
    for (var unknown : List.of(id, UUID.randomUUID().toString(), "x", "1", "%00", "..%2f..")) {
      As.user("admin")
          .urlEncodingEnabled(false)
          .get(app.records("thing") + "/" + unknown)
          .then()
          .statusCode(404);
      As.user("admin")
          .urlEncodingEnabled(false)
          .body("{\"version\":1,\"values\":{}}")
          .patch(app.records("thing") + "/" + unknown)
          .then()
          .statusCode(404);
      As.user("admin")
          .urlEncodingEnabled(false)
          .delete(app.records("thing") + "/" + unknown)
          .then()
          .statusCode(404);
    }
    As.user("admin").get(app.records("nothing")).then().statusCode(404);
    As.user("admin").get("/api/apps/nowhere/tables/thing/records").then().statusCode(404);
    app.create("admin", "thing", "{\"values\":{\"name\":\"x\",\"other\":\"" + id + "\"}}")
        .statusCode(422);
  }

  @Test
  void when_a_version_is_none_then_it_is_refused() {
    String id = app.create("admin", "thing", "{\"values\":{\"name\":\"v\"}}").extract().path("id");
    app.patch("admin", "thing", id, "{\"values\":{}}").statusCode(422);
    app.patch("admin", "thing", id, "{\"version\":\"1\",\"values\":{}}").statusCode(422);
    app.patch("admin", "thing", id, "{\"version\":99999999999,\"values\":{}}").statusCode(422);
    app.patch("admin", "thing", id, "{\"version\":7,\"values\":{\"name\":\"y\"}}").statusCode(409);
    app.patch("admin", "thing", id, "{\"version\":-1,\"values\":{\"name\":\"y\"}}").statusCode(409);
    app.patch("admin", "thing", id, "{\"version\":1,\"values\":{}}")
        .statusCode(200)
        .body("version", equalTo(1));
    app.patch("admin", "thing", id, "{\"version\":1,\"values\":{\"name\":null}}").statusCode(422);
    app.patch("admin", "thing", id, "{\"version\":1,\"values\":{\"name\":\"\"}}").statusCode(422);
  }

  @Test
  void when_one_of_a_batch_is_wrong_then_nothing_is_done_and_the_fault_has_its_place() {
    var batch = "{\"create\":[{\"values\":{\"name\":\"gut\"}},{\"values\":{\"amount\":\"x\"}}]%s}";
    As.user("admin")
        .body(batch.formatted(""))
        .post(app.records("thing") + "/batch")
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            containsInAnyOrder("/create/1/values/name", "/create/1/values/amount"));
    app.query("admin", "thing", "{\"filter\":{\"field\":\"name\",\"value\":\"gut\"}}")
        .body("records", hasSize(0));
    As.user("admin")
        .body(batch.formatted(",\"atomic\":false"))
        .post(app.records("thing") + "/batch")
        .then()
        .statusCode(200)
        .body("created", hasSize(1))
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo("/create/1"));
    As.user("admin")
        .body("{\"delete\":[" + "\"x\",".repeat(1000) + "\"x\"]}")
        .post(app.records("thing") + "/batch")
        .then()
        .statusCode(422);
  }

  @Test
  void when_many_are_written_at_once_then_all_are_there() {
    var create = new StringBuilder();
    for (var i = 0; i < 500; i++) {
      create
          .append(i == 0 ? "" : ",")
          .append("{\"values\":{\"name\":\"viel")
          .append(i)
          .append("\"}}");
    }
    List<String> ids =
        As.user("admin")
            .body("{\"create\":[" + create + "]}")
            .post(app.records("thing") + "/batch")
            .then()
            .statusCode(200)
            .extract()
            .path("created.id");
    var update = new StringBuilder();
    for (var id : ids) {
      update
          .append(update.isEmpty() ? "" : ",")
          .append("{\"id\":\"" + id + "\",\"version\":1,\"values\":{\"amount\":1}}");
    }
    As.user("admin")
        .body("{\"update\":[" + update + "]}")
        .post(app.records("thing") + "/batch")
        .then()
        .statusCode(200)
        .body("updated", hasSize(500))
        .body("updated[499].version", equalTo(2));
    As.user("admin")
        .body("{\"delete\":[\"" + String.join("\",\"", ids) + "\"]}")
        .post(app.records("thing") + "/batch")
        .then()
        .statusCode(200)
        .body("deleted", hasSize(500));
  }
}
