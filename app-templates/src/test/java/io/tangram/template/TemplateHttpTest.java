package io.tangram.template;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TemplateHttpTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject TrialTemplate trial;

  String app;

  @BeforeEach
  void the_first_version() {
    app = "trial_" + NUMBER.incrementAndGet();
    trial.version = 1;
    trial.sample = "";
  }

  ValidatableResponse install(boolean sample) {
    return As.user("admin")
        .body(Map.of("appKey", app, "sample", sample))
        .post("/api/templates/trial/install")
        .then();
  }

  ValidatableResponse upgrade(String query, String body) {
    return As.user("admin").body(body).post("/api/apps/" + app + "/upgrade" + query).then();
  }

  void change(String path, String from, String to) {
    var answer = As.user("admin").get("/api/apps/" + app + "/draft/" + path);
    var changed = answer.asString().replace(from, to);
    As.user("admin")
        .header("If-Match", answer.header("ETag"))
        .body(changed)
        .put("/api/apps/" + app + "/draft/" + path)
        .then()
        .statusCode(200);
    As.user("admin").body("{}").post("/api/apps/" + app + "/publish").then().statusCode(200);
  }

  ValidatableResponse document(String path) {
    return As.user("admin").get("/api/apps/" + app + "/draft/" + path).then().statusCode(200);
  }

  @Nested
  class given_the_template_centre {
    @Test
    void then_it_lists_what_there_is() {
      As.user("staff")
          .get("/api/templates")
          .then()
          .statusCode(200)
          .body("key", hasItems("approvals", "trial"))
          .body("find { it.key == 'approvals' }.version", equalTo("1.0.0"));
    }

    @Test
    void when_a_template_is_installed_then_the_app_is_published_and_open_to_its_people() {
      install(false).statusCode(201).body("version", equalTo(1)).body("template", equalTo("trial"));
      As.user("staff")
          .get("/api/apps/" + app)
          .then()
          .statusCode(200)
          .body("tables", hasKey("order"))
          .body("admin", equalTo(false));
      As.user("staff").get("/api/apps").then().body("key", hasItem(app));
      As.user("staff").get("/api/apps/" + app + "/draft").then().statusCode(403);
    }

    @Test
    void when_the_key_is_taken_or_the_template_unknown_then_it_is_refused() {
      install(false).statusCode(201);
      install(false).statusCode(409);
      As.user("admin").body("{}").post("/api/templates/nowhere/install").then().statusCode(404);
      As.user("staff").body("{}").post("/api/templates/trial/install").then().statusCode(403);
      upgrade("", "{}").statusCode(200).body("version", equalTo(1)).body("steps", hasSize(0));
    }

    @Test
    void when_sample_records_come_along_then_they_are_there() {
      trial.sample =
          "state,name,done,tags,span.start,span.end,lines.item,lines.price\n"
              + "closed,甲,true,a;b,2026-01-01,2026-01-31,\"纸,A4\",24.50\n"
              + ",,,,,,笔,\n"
              + ",乙,,,,,,\n";
      install(true).statusCode(201);
      As.user("admin")
          .get("/api/apps/" + app + "/tables/order/records")
          .then()
          .statusCode(200)
          .body("records", hasSize(2))
          .body("records.values.name", containsInAnyOrder("甲", "乙"))
          .body("records.find { it.values.name == '甲' }.state", equalTo("closed"))
          .body("records.find { it.values.name == '甲' }.values.tags", contains("a", "b"))
          .body("records.find { it.values.name == '甲' }.values.span.end", equalTo("2026-01-31"))
          .body(
              "records.find { it.values.name == '甲' }.values.lines.values.item",
              contains("纸,A4", "笔"));
    }

    @Test
    void when_a_sample_record_breaks_a_rule_then_nothing_is_installed() {
      trial.sample = "name,nothing\n甲,1\n";
      install(true).statusCode(422);
      As.user("admin").get("/api/apps/" + app).then().statusCode(404);
      trial.sample = "";
      install(true).statusCode(201);
    }
  }

  @Nested
  class given_an_app_that_was_changed {
    @BeforeEach
    void install_and_change_it() {
      install(false).statusCode(201);
      change("tables/order.json", "\"label\": \"完成\"", "\"label\": \"办结\"");
    }

    @Test
    void when_the_template_has_a_newer_version_then_both_are_in_the_next() {
      trial.version = 2;
      upgrade("?dryRun=true", "{}")
          .statusCode(200)
          .body("version", equalTo(3))
          .body("steps.element", hasItem("later"))
          .body("conflicts", hasSize(0));
      document("tables/order.json").body("fields.key", not(hasItem("later")));
      upgrade("", "{}").statusCode(200).body("version", equalTo(3));
      document("tables/order.json")
          .body("label", equalTo("订单（新）"))
          .body("fields.key", contains("name", "done", "tags", "span", "lines", "later"))
          .body("fields.find { it.key == 'done' }.label", equalTo("办结"));
      document("forms/order.json").body("layout[0].items", contains("name", "later"));
      document("app.json").body("version", equalTo("2.0.0")).body("key", equalTo(app));
      upgrade("", "{}").statusCode(200).body("version", equalTo(3)).body("steps", hasSize(0));
    }

    @Test
    void when_both_changed_the_same_then_someone_decides() {
      change("tables/order.json", "\"label\": \"订单\"", "\"label\": \"我们的订单\"");
      trial.version = 2;
      upgrade("?dryRun=true", "{}")
          .statusCode(200)
          .body("conflicts.pointer", contains("/label"))
          .body("conflicts.path", contains("tables/order.json"));
      upgrade("", "{}")
          .statusCode(409)
          .body("type", equalTo("document-conflict"))
          .body("conflicts[0].mine", equalTo("我们的订单"))
          .body("conflicts[0].theirs", equalTo("订单（新）"));
      document("tables/order.json").body("fields.key", not(hasItem("later")));
      upgrade("", "{\"choose\":{\"tables/order.json#/label\":\"mine\"}}").statusCode(200);
      document("tables/order.json")
          .body("label", equalTo("我们的订单"))
          .body("fields.key", hasItem("later"));
    }

    @Test
    void then_an_app_without_a_template_has_nothing_to_upgrade_to() {
      As.user("admin")
          .body(Map.of("key", app + "_own", "label", "自建"))
          .post("/api/apps")
          .then()
          .statusCode(201);
      As.user("admin").body("{}").post("/api/apps/" + app + "_own/upgrade").then().statusCode(404);
      As.user("staff").body("{}").post("/api/apps/" + app + "/upgrade").then().statusCode(403);
    }
  }
}
