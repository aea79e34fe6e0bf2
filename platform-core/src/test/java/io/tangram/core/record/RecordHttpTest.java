package io.tangram.core.record;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class RecordHttpTest {
  static final String LEAVE =
      """
      {"format":"table/1","label":"请假","title":"number","fields":[
        {"key":"number","label":"单号","type":"serial","pattern":"QJ{000}"},
        {"key":"subject","label":"事由","type":"text","required":true},
        {"key":"days","label":"天数","type":"number","scale":1},
        {"key":"rate","label":"单价","type":"number","scale":2,"default":10},
        {"key":"cost","label":"费用","type":"formula","formula":"days * rate","stored":true},
        {"key":"double_cost","label":"双倍","type":"formula","formula":"cost * 2"},
        {"key":"kind","label":"类别","type":"select","options":["annual","sick"]},
        {"key":"who","label":"谁","type":"person","default":"=$me"},
        {"key":"lines","label":"明细","type":"subtable","fields":[
          {"key":"item","label":"物品","type":"text","required":true},
          {"key":"amount","label":"金额","type":"number","scale":2}]},
        {"key":"total","label":"合计","type":"formula","formula":"SUM(lines.amount)","stored":true}],
       "lifecycle":{"states":[
          {"key":"draft","label":"草稿"},
          {"key":"done","label":"完成","locks":"*","except":["kind"]}],
         "moves":[{"key":"finish","label":"完成","from":["draft"],"to":"done"}]},
       "rules":[{"key":"long","when":"days > 10","check":"kind = 'sick'","message":"超过十天只能是病假","at":"kind"}],
       "uniques":[{"key":"once","fields":["subject"],"message":"事由重复了"}]}
      """;

  static TestApp app;

  @BeforeAll
  static void publish() {
    app = null;
  }

  TestApp app() {
    if (app == null) {
      app = TestApp.publish(Map.of("tables/leave.json", LEAVE));
    }
    return app;
  }

  String created(String subject) {
    return app()
        .create("admin", "leave", "{\"values\":{\"subject\":\"" + subject + "\"}}")
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void when_a_record_is_created_then_it_is_numbered_computed_and_answered_whole() {
    app()
        .create(
            "admin",
            "leave",
            """
            {"values":{"subject":"回家","days":"2.5","kind":"annual",
              "lines":[{"values":{"item":"车票","amount":"10.50"}},{"values":{"item":"餐","amount":20}}]}}
            """)
        .statusCode(201)
        .body("version", equalTo(1))
        .body("state", equalTo("draft"))
        .body("values.number", notNullValue())
        .body("values.cost", equalTo("25"))
        .body("values.double_cost", equalTo("50"))
        .body("values.total", equalTo("30.5"))
        .body("values.who", notNullValue())
        .body("values.lines", hasSize(2))
        .body("values.lines[0].values.item", equalTo("车票"));
  }

  @Test
  void when_it_is_read_again_then_it_is_the_same() {
    var answer =
        app()
            .create(
                "admin",
                "leave",
                "{\"values\":{\"subject\":\"一样\",\"days\":\"1.0\",\"lines\":[{\"values\":{\"item\":\"a\"}}]}}")
            .statusCode(201)
            .extract();
    app().get("admin", "leave", answer.path("id")).statusCode(200).body(equalTo(answer.asString()));
  }

  @Test
  void when_much_is_wrong_then_every_fault_has_its_place() {
    app()
        .create(
            "admin",
            "leave",
            """
            {"values":{"days":"many","nonsense":1,"cost":"3","kind":"other",
              "lines":[{"values":{"amount":"x"}}]}}
            """)
        .statusCode(422)
        .body("type", equalTo("values-invalid"))
        .body(
            "violations.pointer",
            containsInAnyOrder(
                "/values/subject",
                "/values/days",
                "/values/nonsense",
                "/values/cost",
                "/values/kind",
                "/values/lines/0/values/amount"));
  }

  @Test
  void when_a_rule_is_broken_then_its_message_stands_at_its_field() {
    app()
        .create(
            "admin",
            "leave",
            "{\"values\":{\"subject\":\"太久\",\"days\":\"11\",\"kind\":\"annual\"}}")
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/values/kind"))
        .body("violations[0].message", equalTo("超过十天只能是病假"));
  }

  @Test
  void when_something_unique_is_repeated_then_the_rule_says_so() {
    created("唯一");
    app()
        .create("admin", "leave", "{\"values\":{\"subject\":\"唯一\"}}")
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/values/subject"))
        .body("violations[0].message", equalTo("事由重复了"));
  }

  @Test
  void when_the_same_is_sent_twice_under_one_id_then_it_is_created_once() {
    var id = UUID.randomUUID();
    var body = "{\"id\":\"" + id + "\",\"values\":{\"subject\":\"" + id + "\"}}";
    app().create("admin", "leave", body).statusCode(201);
    app().create("admin", "leave", body).statusCode(200).body("id", equalTo(id.toString()));
    app()
        .create("admin", "leave", "{\"id\":\"" + id + "\",\"values\":{\"subject\":\"anders\"}}")
        .statusCode(409)
        .body("type", equalTo("record-exists"));
  }

  @Test
  void when_two_people_change_different_fields_then_both_stay_and_the_same_field_is_a_conflict() {
    var id = created("合并");
    app()
        .patch("admin", "leave", id, "{\"version\":1,\"values\":{\"days\":\"3\"}}")
        .statusCode(200)
        .body("version", equalTo(2))
        .body("values.cost", equalTo("30"));
    app()
        .patch("admin", "leave", id, "{\"version\":1,\"values\":{\"kind\":\"sick\"}}")
        .statusCode(200)
        .body("version", equalTo(3))
        .body("values.days", equalTo("3"));
    app()
        .patch("admin", "leave", id, "{\"version\":1,\"values\":{\"days\":\"4\"}}")
        .statusCode(409)
        .body("conflicts[0].field", equalTo("days"))
        .body("conflicts[0].base", nullValue())
        .body("conflicts[0].theirs", equalTo("3"))
        .body("conflicts[0].mine", equalTo("4"));
    app().patch("admin", "leave", id, "{\"version\":9,\"values\":{}}").statusCode(409);
  }

  @Test
  void when_a_state_locks_then_only_what_it_excepts_can_be_changed() {
    var id = created("锁定");
    As.user("admin")
        .body("{\"version\":1}")
        .post(app().records("leave") + "/" + id + "/moves/finish")
        .then()
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("version", equalTo(2));
    app()
        .patch("admin", "leave", id, "{\"version\":2,\"values\":{\"days\":\"1\"}}")
        .statusCode(422)
        .body("violations[0].code", equalTo("record.locked"));
    app()
        .patch("admin", "leave", id, "{\"version\":2,\"values\":{\"kind\":\"sick\"}}")
        .statusCode(200);
    As.user("admin")
        .body("{\"version\":3}")
        .post(app().records("leave") + "/" + id + "/moves/finish")
        .then()
        .statusCode(409);
    As.user("admin").delete(app().records("leave") + "/" + id).then().statusCode(409);
  }

  @Test
  void when_it_is_deleted_then_it_is_gone_until_it_is_taken_out_of_the_bin() {
    var id = created("删除");
    As.user("admin").delete(app().records("leave") + "/" + id).then().statusCode(204);
    app().get("admin", "leave", id).statusCode(404);
    As.user("admin")
        .post(app().records("leave") + "/" + id + "/restore")
        .then()
        .statusCode(200)
        .body("version", equalTo(3));
    app().get("admin", "leave", id).statusCode(200);
    As.user("admin")
        .get(app().records("leave") + "/" + id + "/history?limit=2")
        .then()
        .statusCode(200)
        .body("items.kind", equalTo(java.util.List.of("restored", "deleted")))
        .body("next", notNullValue());
  }

  @Test
  void when_rows_of_a_subtable_are_sent_then_the_list_replaces_and_ids_stay() {
    var first =
        app()
            .create(
                "admin",
                "leave",
                "{\"values\":{\"subject\":\"行\",\"lines\":[{\"values\":{\"item\":\"a\",\"amount\":1}},{\"values\":{\"item\":\"b\",\"amount\":2}}]}}")
            .statusCode(201)
            .extract();
    String kept = first.path("values.lines[1].id");
    app()
        .patch(
            "admin",
            "leave",
            first.path("id"),
            "{\"version\":1,\"values\":{\"lines\":[{\"id\":\""
                + kept
                + "\",\"values\":{\"amount\":5}},{\"values\":{\"item\":\"c\",\"amount\":7}}]}}")
        .statusCode(200)
        .body("values.lines", hasSize(2))
        .body("values.lines[0].id", equalTo(kept))
        .body("values.lines[0].values.item", equalTo("b"))
        .body("values.total", equalTo("12"));
  }
}
