package io.tangram.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReferenceHttpTest {
  static final String PRODUCT =
      """
      {"format":"table/1","label":"产品","title":"name","fields":[
        {"key":"name","label":"名称","type":"text","required":true},
        {"key":"price","label":"单价","type":"number","scale":2},
        {"key":"active","label":"在售","type":"switch","default":true}],
       "exports":{"fields":["name","price","active"],"search":["name"],"to":"all"}}
      """;
  static final String ORDER =
      """
      {"format":"table/1","label":"订单","title":"number","fields":[
        {"key":"number","label":"单号","type":"serial","pattern":"DD{000}"},
        {"key":"product","label":"产品","type":"relation","to":"base:product","where":"active"},
        {"key":"quantity","label":"数量","type":"number"},
        {"key":"amount","label":"金额","type":"formula","formula":"quantity * product.price","stored":true},
        {"key":"now_price","label":"现价","type":"formula","formula":"product.price"},
        {"key":"looked_up","label":"查价","type":"lookup","from":"product.price"},
        {"key":"follows","label":"前一单","type":"relation","to":"order"},
        {"key":"followers","label":"后续","type":"relations","of":"order.follows"}]}
      """;
  static TestApp base;
  static TestApp app;

  @BeforeEach
  void publish() {
    if (app == null) {
      base = TestApp.publish(Map.of("tables/product.json", PRODUCT));
      app =
          TestApp.publish(
              key ->
                  Map.of(
                      "app.json",
                      "{\"format\":\"app/1\",\"key\":\""
                          + key
                          + "\",\"label\":\"订单\",\"requires\":["
                          + "{\"key\":\"base\",\"app\":\""
                          + base.key
                          + "\","
                          + "\"tables\":{\"product\":[\"name\",\"price\",\"active\"]}}]}",
                      "tables/order.json",
                      ORDER,
                      "roles/staff.json",
                      "{\"format\":\"role/1\",\"label\":\"员工\",\"members\":{\"unit\":\"organisation\"},"
                          + "\"grants\":[{\"key\":\"own\",\"table\":\"order\",\"may\":[\"read\",\"create\",\"update\"]}]}"));
    }
  }

  String product(String values) {
    return base.create("admin", "product", "{\"values\":" + values + "}")
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void when_a_relation_leads_into_a_closed_app_then_its_name_and_values_are_seen_all_the_same() {
    var id = product("{\"name\":\"齿轮\",\"price\":\"2.50\"}");
    base.get("staff", "product", id).statusCode(404);
    var order =
        app.create("staff", "order", "{\"values\":{\"product\":\"" + id + "\",\"quantity\":4}}")
            .statusCode(201)
            .body("values.amount", equalTo("10"))
            .body("values.now_price", equalTo("2.5"))
            .extract()
            .<String>path("id");
    As.user("staff")
        .get(app.records("order") + "/" + order + "?labels=true")
        .then()
        .statusCode(200)
        .body("labels.'" + id + "'", equalTo("齿轮"))
        .body("values.looked_up", equalTo("2.50"));
    base.patch("admin", "product", id, "{\"version\":1,\"values\":{\"price\":\"3\"}}")
        .statusCode(200);
    // what is kept stays, what is computed when read follows
    app.get("staff", "order", order)
        .body("values.amount", equalTo("10"))
        .body("values.now_price", equalTo("3"))
        .body("values.looked_up", equalTo("3"));
  }

  @Test
  void when_a_relation_has_a_condition_then_the_picker_and_the_write_hold_it_alike() {
    var sold = product("{\"name\":\"停产品\",\"active\":false}");
    var active = product("{\"name\":\"在产品\"}");
    As.user("staff")
        .body("{\"field\":\"product\",\"search\":\"产品\"}")
        .post("/api/apps/" + app.key + "/tables/order/candidates")
        .then()
        .statusCode(200)
        .body("items.id", contains(active));
    app.create("staff", "order", "{\"values\":{\"product\":\"" + sold + "\"}}")
        .statusCode(422)
        .body("violations[0].code", equalTo("record.target-unfit"));
    app.create("staff", "order", "{\"values\":{\"product\":\"" + UUID.randomUUID() + "\"}}")
        .statusCode(422)
        .body("violations[0].code", equalTo("record.target-unknown"));
  }

  @Test
  void when_others_point_at_a_record_then_it_shows_them() {
    String first =
        app.create("staff", "order", "{\"values\":{}}").statusCode(201).extract().path("id");
    String second =
        app.create("staff", "order", "{\"values\":{\"follows\":\"" + first + "\"}}")
            .statusCode(201)
            .extract()
            .path("id");
    app.get("staff", "order", first).body("values.followers", contains(second));
    app.patch("staff", "order", first, "{\"version\":1,\"values\":{\"followers\":[]}}")
        .statusCode(422);
  }

  @Test
  void when_many_change_one_record_at_once_then_no_change_is_lost() throws Exception {
    String id =
        app.create("staff", "order", "{\"values\":{}}").statusCode(201).extract().path("id");
    var pool = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> writers =
        IntStream.range(0, 12)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        app.patch(
                                "staff",
                                "order",
                                id,
                                "{\"version\":1,\"values\":{\"quantity\":" + (100 + i) + "}}")
                            .extract()
                            .statusCode())
            .toList();
    var answers = pool.invokeAll(writers).stream().map(ReferenceHttpTest::got).toList();
    pool.shutdown();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    // one was first; the others looked at what it has changed since
    assertThat(answers)
        .containsOnlyOnce(200)
        .filteredOn(a -> a != 200)
        .containsOnly(409)
        .hasSize(11);
    app.get("staff", "order", id).body("version", equalTo(2));
    As.user("staff")
        .get(app.records("order") + "/" + id + "/history")
        .then()
        .body("items", hasSize(2));
  }

  private static int got(java.util.concurrent.Future<Integer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
