package io.tangram.core.record;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.access.RecordGrants;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PermissionHttpTest {
  static final String CUSTOMER =
      """
      {"format":"table/1","label":"客户","title":"name","fields":[
        {"key":"name","label":"名称","type":"text","required":true},
        {"key":"phone","label":"电话","type":"text"}]}
      """;
  static final String DEAL =
      """
      {"format":"table/1","label":"商机","title":"name","fields":[
        {"key":"name","label":"名称","type":"text","required":true},
        {"key":"amount","label":"金额","type":"number","scale":2},
        {"key":"secret","label":"底价","type":"text"},
        {"key":"region","label":"区域","type":"select","options":["east","south"]},
        {"key":"customer","label":"客户","type":"relation","to":"customer"}]}
      """;
  static final String OWN =
      """
      {"format":"role/1","label":"销售","grants":[
        {"key":"mine","table":"deal","may":["read","create","update","delete"],"rows":"mine",
         "fields":{"secret":"hidden"}},
        {"key":"names","table":"customer","may":["refer"],"rows":"all"}]}
      """;
  static final String UNIT =
      """
      {"format":"role/1","label":"主管","grants":[
        {"key":"unit","table":"deal","may":["read"],"rows":"unit"}]}
      """;
  static final String SOUTH =
      """
      {"format":"role/1","label":"华南","grants":[
        {"key":"south","table":"deal","may":["read"],"rows":"=region = 'south'","fields":{"*":"read"}},
        {"key":"new","table":"deal","may":["create"],"rows":"=amount < 100"}]}
      """;

  static TestApp app;

  @Inject RecordGrants grants;

  @BeforeEach
  void publish() {
    if (app == null) {
      app =
          TestApp.publish(
              Map.of(
                  "tables/deal.json", DEAL,
                  "tables/customer.json", CUSTOMER,
                  "roles/own.json", OWN,
                  "roles/unit.json", UNIT,
                  "roles/south.json", SOUTH));
      app.members("own", named("staff", "mayichen"));
      app.members("unit", "[{\"kind\":\"position\",\"id\":\"研发总监\"}]");
      app.members("south", named("mayichen", "yuhaiming"));
    }
  }

  static String named(String... users) {
    return List.of(users).stream()
        .map(user -> "{\"kind\":\"person\",\"id\":\"" + person(user) + "\"}")
        .toList()
        .toString();
  }

  static String person(String user) {
    return As.user(user).get("/api/me").then().statusCode(200).extract().path("id");
  }

  String deal(String user, String values) {
    return app.create(user, "deal", "{\"values\":" + values + "}")
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void when_rows_are_mine_then_others_are_not_there() {
    var mine = deal("staff", "{\"name\":\"我的\"}");
    var other = deal("mayichen", "{\"name\":\"别人的\"}");
    app.get("staff", "deal", mine).statusCode(200);
    app.get("staff", "deal", other).statusCode(404).body("type", equalTo("record-not-found"));
    app.query("staff", "deal", "{\"limit\":1000}")
        .statusCode(200)
        .body("records.id", hasItem(mine))
        .body("records.id", not(hasItem(other)));
    app.patch("staff", "deal", other, "{\"version\":1,\"values\":{\"name\":\"x\"}}")
        .statusCode(404);
    As.user("staff").delete(app.records("deal") + "/" + other).then().statusCode(404);
  }

  @Test
  void when_rows_are_the_units_then_a_head_reads_them_and_may_not_write() {
    var id = deal("staff", "{\"name\":\"部门\"}");
    app.get("head", "deal", id).statusCode(200).body("values", hasKey("secret"));
    app.patch("head", "deal", id, "{\"version\":1,\"values\":{\"name\":\"x\"}}")
        .statusCode(403)
        .body("type", equalTo("not-allowed"));
    app.create("head", "deal", "{\"values\":{\"name\":\"x\"}}").statusCode(403);
  }

  @Test
  void when_nobody_let_them_in_then_the_table_is_not_there() {
    var id = deal("staff", "{\"name\":\"陌生\"}");
    for (var stranger : List.of("qinhaoran", "tanweijun")) {
      app.get(stranger, "deal", id).statusCode(404);
      app.query(stranger, "deal", "{}").statusCode(404);
      As.user(stranger).get(app.records("deal")).then().statusCode(404);
      app.create(stranger, "deal", "{\"values\":{\"name\":\"x\"}}").statusCode(404);
      As.user(stranger).get(app.records("deal") + "/" + id + "/history").then().statusCode(404);
      As.user(stranger).get("/api/apps/" + app.key + "/roles/own/members").then().statusCode(404);
    }
  }

  @Test
  void when_a_field_is_hidden_then_it_is_as_unknown_as_one_that_is_not_there() {
    var id = deal("staff", "{\"name\":\"藏\"}");
    app.get("staff", "deal", id).statusCode(200).body("values", not(hasKey("secret")));
    app.query("staff", "deal", "{\"filter\":{\"field\":\"secret\",\"op\":\"eq\",\"value\":\"x\"}}")
        .statusCode(422)
        .body("violations[0].code", equalTo("query.field-unknown"));
    app.query("staff", "deal", "{\"sort\":[{\"field\":\"secret\"}]}").statusCode(422);
    app.query("staff", "deal", "{\"group\":[\"secret\"]}").statusCode(422);
    app.query("staff", "deal", "{\"filter\":{\"formula\":\"secret = 'x'\"}}").statusCode(422);
    app.patch("staff", "deal", id, "{\"version\":1,\"values\":{\"secret\":\"x\"}}")
        .statusCode(422)
        .body("violations[0].code", equalTo("value.unknown"));
    app.create("staff", "deal", "{\"values\":{\"name\":\"a\",\"secret\":\"x\"}}").statusCode(422);
  }

  @Test
  void when_groups_open_different_fields_then_each_row_shows_what_its_own_groups_open() {
    var secret = UUID.randomUUID().toString();
    var south =
        deal("admin", "{\"name\":\"南\",\"region\":\"south\",\"secret\":\"" + secret + "\"}");
    var own = deal("mayichen", "{\"name\":\"东\",\"region\":\"east\"}");
    app.patch("admin", "deal", own, "{\"version\":1,\"values\":{\"secret\":\"" + secret + "\"}}")
        .statusCode(200);
    app.get("mayichen", "deal", south).statusCode(200).body("values.secret", equalTo(secret));
    app.get("mayichen", "deal", own).statusCode(200).body("values", not(hasKey("secret")));
    app.query(
            "mayichen",
            "deal",
            "{\"filter\":{\"field\":\"secret\",\"value\":\"" + secret + "\"},\"count\":\"exact\"}")
        .statusCode(200)
        .body("records.id", contains(south))
        .body("count.value", equalTo(1));
    app.patch("mayichen", "deal", south, "{\"version\":1,\"values\":{\"name\":\"x\"}}")
        .statusCode(403);
    As.user("mayichen")
        .get(app.records("deal") + "/" + own + "/history")
        .then()
        .statusCode(200)
        .body("items[0].changes", not(hasKey("secret")));
  }

  @Test
  void when_a_new_row_lies_outside_the_filter_then_it_is_refused() {
    app.create("yuhaiming", "deal", "{\"values\":{\"name\":\"大\",\"amount\":\"100\"}}")
        .statusCode(403);
    app.create("yuhaiming", "deal", "{\"values\":{\"name\":\"小\",\"amount\":\"99\"}}")
        .statusCode(201)
        .body("id", notNullValue());
  }

  @Test
  void when_somebody_takes_part_in_a_record_then_it_is_there_for_them() {
    var id = deal("staff", "{\"name\":\"参与\"}");
    var leader = UUID.fromString(person("leader"));
    grant(id, leader, RecordGrants.Level.READ);
    app.get("leader", "deal", id).statusCode(200).body("values", hasKey("secret"));
    app.query("leader", "deal", "{}").statusCode(200).body("records.id", contains(id));
    app.patch("leader", "deal", id, "{\"version\":1,\"values\":{\"name\":\"改\"}}").statusCode(403);
    grant(id, leader, RecordGrants.Level.WRITE);
    app.patch("leader", "deal", id, "{\"version\":1,\"values\":{\"name\":\"改\"}}").statusCode(200);
    QuarkusTransaction.requiringNew()
        .run(() -> grants.revoke(app.key, "deal", UUID.fromString(id), List.of(leader), "test"));
    app.get("leader", "deal", id).statusCode(404);
  }

  private void grant(String id, UUID person, RecordGrants.Level level) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                grants.grant(app.key, "deal", UUID.fromString(id), List.of(person), level, "test"));
  }

  @Test
  void when_one_may_only_refer_then_names_are_seen_and_nothing_else() {
    var customer =
        app.create("admin", "customer", "{\"values\":{\"name\":\"苏州客户\",\"phone\":\"110\"}}")
            .statusCode(201)
            .extract()
            .<String>path("id");
    app.get("staff", "customer", customer).statusCode(404);
    As.user("staff")
        .body("{\"field\":\"customer\",\"search\":\"苏州\"}")
        .post("/api/apps/" + app.key + "/tables/deal/candidates")
        .then()
        .statusCode(200)
        .body("items.label", contains("苏州客户"));
    var id = deal("staff", "{\"name\":\"关联\",\"customer\":\"" + customer + "\"}");
    As.user("staff")
        .get(app.records("deal") + "/" + id + "?labels=true")
        .then()
        .statusCode(200)
        .body("labels.'" + customer + "'", equalTo("苏州客户"))
        .body("labels.'" + person("staff") + "'", equalTo("林晓燕"));
    // yuhaiming may create deals but not name customers
    app.create(
            "yuhaiming",
            "deal",
            "{\"values\":{\"name\":\"x\",\"amount\":1,\"customer\":\"" + customer + "\"}}")
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/values/customer"));
  }

  @Test
  void when_the_app_is_looked_at_then_tables_say_what_one_may() {
    As.user("staff")
        .get("/api/apps/" + app.key)
        .then()
        .statusCode(200)
        .body("tables.deal.may", containsInAnyOrder("read", "create", "update", "delete"))
        .body("tables.deal.fields.key", not(hasItem("secret")))
        .body("tables.deal.fields.find{it.key=='name'}.access", equalTo("write"))
        .body("tables.customer.may", contains("refer"));
    As.user("head")
        .get("/api/apps/" + app.key)
        .then()
        .statusCode(200)
        .body("tables", not(hasKey("customer")))
        .body("tables.deal.fields.access.unique()", contains("read"));
  }

  @Test
  void when_members_do_not_exist_then_each_has_its_place() {
    As.user("admin")
        .body(
            "[{\"kind\":\"person\",\"id\":\""
                + UUID.randomUUID()
                + "\"},{\"kind\":\"role\",\"id\":\"nobody\"}]")
        .put("/api/apps/" + app.key + "/roles/own/members")
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/0", "/1"));
    As.user("staff")
        .body("[]")
        .put("/api/apps/" + app.key + "/roles/own/members")
        .then()
        .statusCode(403);
    As.user("admin")
        .get("/api/apps/" + app.key + "/roles/own/members")
        .then()
        .statusCode(200)
        .body("", hasSize(2));
  }
}
