package io.tangram.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The template that comes with the product, from its installation to an approved request. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ApprovalsTemplateTest {
  private static final String APP = "/api/apps/approvals";

  @BeforeEach
  void install_it_once() {
    if (As.user("admin").get(APP).statusCode() == 404) {
      As.user("admin")
          .body(Map.of("appKey", "approvals", "sample", true))
          .post("/api/templates/approvals/install")
          .then()
          .statusCode(201)
          .body("version", equalTo(1));
    }
  }

  static JsonPath submit(String form, String values) {
    return As.user("staff")
        .body("{\"values\":" + values + "}")
        .post(APP + "/forms/" + form + "/submissions")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  /** Whoever has it to do agrees; says who that was. */
  static String approve(String record) {
    for (var person :
        List.of("leader", "head", "hr", "caiyunfei", "jiangmin", "shenruolan", "admin")) {
      String task =
          As.user(person)
              .get("/api/tasks?box=todo")
              .path("items.find { it.record == '" + record + "' }.id");
      if (task != null) {
        As.user(person)
            .body("{\"comment\":\"同意\"}")
            .post("/api/tasks/" + task + "/approve")
            .then()
            .statusCode(200);
        return person;
      }
    }
    throw new AssertionError("nobody has it to do");
  }

  static String state(String table, String record) {
    return As.user("admin").get(APP + "/tables/" + table + "/records/" + record).path("state");
  }

  @Test
  void its_people_see_it_with_forms_and_lists_and_its_samples_are_there() {
    As.user("staff")
        .get(APP)
        .then()
        .statusCode(200)
        .body("tables", hasKey("leave"))
        .body("forms", hasKey("leave_sick"))
        .body("views", hasKey("leave_mine"))
        .body("menu.key", containsInAnyOrder("apply", "records"));
    As.user("admin")
        .get(APP + "/tables/purchase/records")
        .then()
        .body("records.findAll { it.values.subject == '会议室投影设备' }", hasSize(1))
        .body("records.find { it.values.subject == '会议室投影设备' }.values.total", equalTo("9259"));
  }

  @Test
  void a_short_leave_goes_to_the_leader_and_to_hr() {
    var record =
        submit(
                "leave",
                "{\"span\":{\"start\":\"2027-03-01\",\"end\":\"2027-03-02\"},\"reason\":\"回家\"}")
            .getString("record.id");
    assertThat(state("leave", record)).isEqualTo("asked");
    assertThat(approve(record)).isEqualTo("leader");
    assertThat(approve(record)).isEqualTo("hr");
    assertThat(state("leave", record)).isEqualTo("approved");
  }

  @Test
  void a_long_one_goes_to_the_head_of_the_department_too() {
    var record =
        submit(
                "leave",
                "{\"span\":{\"start\":\"2027-04-01\",\"end\":\"2027-04-09\"},\"reason\":\"旅行\"}")
            .getString("record.id");
    assertThat(approve(record)).isEqualTo("leader");
    assertThat(approve(record)).isEqualTo("head");
    assertThat(approve(record)).isEqualTo("hr");
    assertThat(state("leave", record)).isEqualTo("approved");
  }

  @Test
  void a_purchase_sums_its_items_and_ends_at_finance() {
    var answer =
        submit(
            "purchase",
            "{\"subject\":\"纸\",\"category\":\"office\",\"items\":[{\"values\":{\"name\":\"纸\","
                + "\"quantity\":\"3\",\"price\":\"2.50\"}}]}");
    var record = answer.getString("record.id");
    assertThat(answer.getString("record.values.total")).isEqualTo("7.5");
    assertThat(approve(record)).isEqualTo("leader");
    approve(record);
    assertThat(state("purchase", record)).isEqualTo("approved");
  }

  @Test
  void it_is_cloned_for_the_other_company() {
    String own = As.user("staff").get("/api/me").path("company");
    String other =
        As.user("admin")
            .get("/api/org/units")
            .path("items.find { it.kind == 'company' && it.id != '" + own + "' }.id");
    As.user("admin")
        .body(Map.of("key", "approvals_two", "label", "审批（二）", "company", other))
        .post(APP + "/clone")
        .then()
        .statusCode(201)
        .body("company", equalTo(other));
    As.user("staff").get("/api/apps/approvals_two").then().statusCode(404);
  }
}
