package io.tangram.form;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.core.record.TestApp;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A leave form of a published app, filled in by an employee. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SubmissionHttpTest {
  static final String TABLE =
      """
      {"format":"table/1","label":"请假","title":"number","fields":[
        {"key":"number","label":"单号","type":"serial","pattern":"QJ{000}"},
        {"key":"kind","label":"假别","type":"select","required":true,"options":["annual","sick"]},
        {"key":"start","label":"开始","type":"date"},
        {"key":"end","label":"结束","type":"date"},
        {"key":"days","label":"天数","type":"number","formula":"DAYS(end, start) + 1","stored":true},
        {"key":"reason","label":"事由","type":"text"},
        {"key":"proof","label":"证明","type":"text"},
        {"key":"person","label":"谁","type":"person"},
        {"key":"grade","label":"级别","type":"text"},
        {"key":"secret","label":"备注","type":"text"}],
       "rules":[{"key":"order","check":"OR(ISBLANK(end), end >= start)","message":"结束不能早于开始（{start}）","at":"end"}]}
      """;
  static final String FORM =
      """
      {"format":"form/1","label":"请假申请","table":"leave",
       "prefill":{"person":"=$me","start":"=TODAY()"},
       "layout":["kind",{"key":"start","required":true},{"key":"end","required":true},"days",
         {"key":"more","type":"group","label":"说明","items":["reason"]},
         "proof",{"key":"person","readonly":true},"grade"],
       "rules":[
         {"key":"long","when":"days > 3","show":["more"],"require":["reason"]},
         {"key":"sick","when":"kind = 'sick'","show":["proof"]},
         {"key":"grade","when":"days > 10","readonly":["grade"],"set":{"grade":"='L' & days"}}]}
      """;
  static final String ROLE =
      """
      {"format":"role/1","label":"员工","grants":[
        {"key":"own","table":"leave","may":["read","create","update"],"rows":"mine"}]}
      """;
  static TestApp app;

  static TestApp app() {
    if (app == null) {
      app =
          TestApp.publish(
              Map.of("tables/leave.json", TABLE, "forms/ask.json", FORM, "roles/staff.json", ROLE));
      var staff = As.user("staff").get("/api/me").then().extract().path("id").toString();
      app.members("staff", "[{\"kind\":\"person\",\"id\":\"" + staff + "\"}]");
    }
    return app;
  }

  static ValidatableResponse send(String body) {
    return As.user("staff")
        .body(body)
        .post("/api/apps/" + app().key + "/forms/ask/submissions")
        .then();
  }

  @Test
  void what_is_sent_in_is_prefilled_computed_and_answered() {
    send("{\"values\":{\"kind\":\"annual\",\"start\":\"2026-03-02\",\"end\":\"2026-03-04\"}}")
        .statusCode(201)
        .body("record.values.days", equalTo("3"))
        .body("record.values.number", notNullValue())
        .body("record.values.person", notNullValue())
        .body("record.version", equalTo(1));
    send("{\"values\":{\"kind\":\"annual\",\"end\":\"2999-01-01\",\"reason\":\"等\"}}")
        .statusCode(201)
        .body("record.values.start", notNullValue());
  }

  @Test
  void what_the_rules_hide_is_dropped_and_what_they_show_is_kept() {
    send("""
    {"values":{"kind":"annual","start":"2026-03-02","end":"2026-03-03","reason":"x","proof":"y"}}
    """)
        .statusCode(201)
        .body("record.values.reason", nullValue())
        .body("record.values.proof", nullValue());
    send("""
    {"values":{"kind":"sick","start":"2026-03-02","end":"2026-03-09","reason":"x","proof":"y"}}
    """)
        .statusCode(201)
        .body("record.values.reason", equalTo("x"))
        .body("record.values.proof", equalTo("y"));
  }

  @Test
  void what_is_only_shown_cannot_be_entered_and_what_a_rule_sets_is_set() {
    send("""
    {"values":{"kind":"annual","start":"2026-03-02","end":"2026-03-15","reason":"x","grade":"mine",
      "person":"00000000-0000-7000-8000-00000000ffff"}}
    """)
        .statusCode(201)
        .body("record.values.person", not(equalTo("00000000-0000-7000-8000-00000000ffff")))
        .body("record.values.grade", equalTo("L14"));
  }

  @Test
  void every_fault_of_form_and_table_is_in_one_answer_and_nothing_is_written() {
    var id = UUID.randomUUID();
    send("{\"id\":\""
            + id
            + "\",\"values\":{\"start\":null,\"days\":\"3\",\"secret\":\"s\",\"nowhere\":1}}")
        .statusCode(422)
        .body("type", equalTo("values-invalid"))
        .body(
            "violations.pointer",
            containsInAnyOrder(
                "/values/kind",
                "/values/start",
                "/values/end",
                "/values/days",
                "/values/secret",
                "/values/nowhere"));
    As.user("admin").get(app().records("leave") + "/" + id).then().statusCode(404);
    send("{\"values\":{\"kind\":\"annual\",\"start\":\"2026-03-02\",\"end\":\"2026-03-01\"}}")
        .statusCode(422)
        .body("violations.pointer", contains("/values/end"))
        .body("violations.message", contains("结束不能早于开始（2026-03-02）"));
    send("{\"values\":{\"kind\":\"annual\",\"start\":\"2026-02-30\",\"end\":\"2026-03-01\"}}")
        .statusCode(422)
        .body("violations.pointer", hasItem("/values/start"));
  }

  @Test
  void a_draft_may_be_incomplete_and_is_gone_on_with_until_it_is_sent_in() {
    var id = UUID.randomUUID();
    send("{\"id\":\"" + id + "\",\"draft\":true,\"values\":{\"start\":\"2026-03-02\"}}")
        .statusCode(201)
        .body("record.id", equalTo(id.toString()))
        .body("record.values.kind", nullValue());
    send("{\"id\":\"" + id + "\",\"draft\":true,\"values\":{\"kind\":\"sick\",\"proof\":\"p\"}}")
        .statusCode(200)
        .body("record.values.proof", equalTo("p"));
    send("{\"id\":\"" + id + "\",\"values\":{\"kind\":\"annual\"}}")
        .statusCode(422)
        .body("violations.pointer", contains("/values/end"));
    send("{\"id\":\"" + id + "\",\"values\":{\"kind\":\"annual\",\"end\":\"2026-03-03\"}}")
        .statusCode(200)
        .body("record.values.days", equalTo("2"))
        .body("record.values.proof", nullValue());
    As.user("staff")
        .get(app().records("leave") + "/" + id + "/history")
        .then()
        .statusCode(200)
        .body("items.kind", contains("submitted", "updated", "created"));
  }

  @Test
  void sent_in_twice_it_is_the_same_record_once() {
    var id = UUID.randomUUID();
    var body =
        "{\"id\":\""
            + id
            + "\",\"values\":{\"kind\":\"annual\",\"start\":\"2026-03-02\",\"end\":\"2026-03-03\"}}";
    send(body).statusCode(201);
    send(body).statusCode(200).body("record.version", equalTo(1));
    send(body.replace("03-03", "03-05")).statusCode(409).body("type", equalTo("record-exists"));
  }

  @Test
  void strangers_and_wrong_bodies_are_answered_as_everywhere() {
    var path = "/api/apps/" + app().key + "/forms/ask/submissions";
    As.token("nonsense").body("{}").post(path).then().statusCode(401);
    As.user("hr").body("{\"values\":{\"kind\":\"annual\"}}").post(path).then().statusCode(404);
    send("{\"values\":[]}").statusCode(422);
    send("{\"other\":1}").statusCode(422).body("violations.pointer", contains("/other"));
    send("{\"id\":\"x\"}").statusCode(422).body("violations.pointer", contains("/id"));
    send("nonsense").statusCode(400);
    As.user("staff")
        .body("{}")
        .post("/api/apps/" + app().key + "/forms/none/submissions")
        .then()
        .statusCode(404);
  }

  @Test
  void forms_and_views_are_seen_and_a_bare_table_has_both_of_its_own() {
    var bare =
        TestApp.publish(
            Map.of(
                "tables/note.json",
                "{\"format\":\"table/1\",\"label\":\"便签\",\"title\":\"text\",\"fields\":["
                    + "{\"key\":\"text\",\"label\":\"内容\",\"type\":\"text\"},"
                    + "{\"key\":\"no\",\"label\":\"号\",\"type\":\"serial\",\"pattern\":\"{00}\"}]}"));
    As.user("admin")
        .get("/api/apps/" + bare.key)
        .then()
        .statusCode(200)
        .body("forms.note.layout", contains("text"))
        .body("forms.note.label", equalTo("便签"))
        .body("views.note.columns", contains("text", "no"));
    As.user("admin")
        .body("{\"values\":{\"text\":\"hi\"}}")
        .post("/api/apps/" + bare.key + "/forms/note/submissions")
        .then()
        .statusCode(201)
        .body("record.values.no", equalTo("01"));
    As.user("staff")
        .get("/api/apps/" + app().key)
        .then()
        .statusCode(200)
        .body("forms", hasKey("ask"));
  }
}
