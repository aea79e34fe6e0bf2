package io.tangram.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DesignHttpTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  String app;
  String base;

  static RequestSpecification admin() {
    return As.user("admin");
  }

  @BeforeEach
  void an_app() {
    app = "design_" + NUMBER.incrementAndGet();
    base = "/api/apps/" + app;
    admin().body(Map.of("key", app, "label", "行政")).post("/api/apps").then().statusCode(201);
  }

  ValidatableResponse put(String path, String json) {
    return admin().body(json).put(base + "/draft/" + path).then();
  }

  ValidatableResponse put(String path, String etag, String json) {
    return admin().header("If-Match", etag).body(json).put(base + "/draft/" + path).then();
  }

  ValidatableResponse publish() {
    return admin().body("{}").post(base + "/publish").then();
  }

  static String note(String members) {
    return "{\"format\":\"note/1\",\"label\":\"备注\"" + members + "}";
  }

  @Nested
  class given_a_new_app {
    @Test
    void then_its_draft_holds_app_json_only() {
      admin()
          .get(base + "/draft")
          .then()
          .statusCode(200)
          .body("files", contains("app.json"))
          .body("base", equalTo(0));
      admin()
          .get(base + "/draft/app.json")
          .then()
          .statusCode(200)
          .body("label", equalTo("行政"))
          .body("key", equalTo(app));
      admin().get("/api/apps").then().body("key", hasItem(app));
      admin()
          .get(base)
          .then()
          .statusCode(200)
          .body("version", equalTo(0))
          .body("admin", equalTo(true));
    }

    @Test
    void when_the_key_is_taken_or_no_key_then_it_is_refused() {
      admin()
          .body(Map.of("key", app, "label", "x"))
          .post("/api/apps")
          .then()
          .statusCode(409)
          .body("type", equalTo("key-taken"));
      admin()
          .body(Map.of("key", "A-b", "label", "x"))
          .post("/api/apps")
          .then()
          .statusCode(422)
          .body("violations[0].pointer", equalTo("/key"));
      admin()
          .body("{\"label\":7,\"colour\":1}")
          .post("/api/apps")
          .then()
          .statusCode(422)
          .body("violations.pointer", containsInAnyOrder("/key", "/label", "/colour"));
      admin().body("{").post("/api/apps").then().statusCode(400);
    }

    @Test
    void when_it_is_removed_then_it_is_gone_and_its_key_stays_taken() {
      admin().delete(base).then().statusCode(204);
      admin().get(base).then().statusCode(404);
      admin().get("/api/apps").then().body("key", not(hasItem(app)));
      admin().body(Map.of("key", app, "label", "x")).post("/api/apps").then().statusCode(409);
    }

    @Test
    void then_strangers_do_not_see_it() {
      for (var stranger : List.of("staff", "tanweijun")) {
        As.user(stranger).get(base).then().statusCode(404);
        As.user(stranger).get(base + "/draft").then().statusCode(404);
        As.user(stranger).body("{}").post(base + "/publish").then().statusCode(404);
        As.user(stranger).get("/api/apps").then().body("key", not(hasItem(app)));
      }
      As.user("staff")
          .body(Map.of("key", "mine", "label", "x"))
          .post("/api/apps")
          .then()
          .statusCode(403);
    }

    @Test
    void when_a_companys_administrator_makes_an_app_then_it_is_their_companys() {
      var key = app + "_own";
      As.user("tanweijun")
          .body(Map.of("key", key, "label", "厂务"))
          .post("/api/apps")
          .then()
          .statusCode(201)
          .body("admin", equalTo(true))
          .body("company", not(equalTo(null)));
      admin().get("/api/apps/" + key + "/draft").then().statusCode(200);
      As.user("staff").get("/api/apps/" + key).then().statusCode(404);
    }
  }

  @Nested
  class given_a_document {
    String etag;

    @BeforeEach
    void write_it() {
      etag = put("notes/a.json", note(",\"n\":1.50")).statusCode(201).extract().header("ETag");
    }

    @Test
    void then_it_is_read_as_canonical_bytes_with_its_etag() {
      var answer = admin().get(base + "/draft/notes/a.json");
      assertThat(answer.asString())
          .isEqualTo("{\n  \"format\": \"note/1\",\n  \"label\": \"备注\",\n  \"n\": 1.50\n}\n");
      assertThat(answer.header("ETag")).isEqualTo(etag);
      admin().get(base + "/draft").then().body("files", contains("app.json", "notes/a.json"));
    }

    @Test
    void when_it_is_written_without_an_etag_then_428() {
      put("notes/a.json", note("")).statusCode(428).body("type", equalTo("etag-missing"));
      admin().delete(base + "/draft/notes/a.json").then().statusCode(428);
    }

    @Test
    void when_someone_else_wrote_it_first_then_412_with_the_difference() {
      put("notes/a.json", etag, note(",\"n\":2")).statusCode(200);
      put("notes/a.json", etag, note(",\"n\":3"))
          .statusCode(412)
          .body("type", equalTo("document-changed"))
          .body("changes.pointer", contains("/n"))
          .body("changes[0].from.toString()", equalTo("1.5"))
          .body("changes[0].to", equalTo(2));
    }

    @Test
    void when_it_is_deleted_then_it_is_gone() {
      admin().header("If-Match", etag).delete(base + "/draft/notes/a.json").then().statusCode(204);
      admin().get(base + "/draft/notes/a.json").then().statusCode(404);
      admin().header("If-Match", etag).delete(base + "/draft/notes/a.json").then().statusCode(404);
    }

    @Test
    void when_several_are_edited_and_one_is_wrong_then_nothing_happens() {
      admin()
          .body(
              """
              {"put":{"notes/b.json":{"format":"note/1"},"notes/c.json":{"format":"note/9"},
                      "app.json":{"format":"app/1"}},
               "delete":["notes/a.json"],"ifMatch":{"notes/a.json":%s}}
              """
                  .formatted(etag))
          .post(base + "/draft")
          .then()
          .statusCode(422)
          .body(
              "violations.pointer",
              hasItems("notes/c.json#/format", "app.json#/key", "app.json#/label"));
      admin().get(base + "/draft").then().body("files", contains("app.json", "notes/a.json"));
    }

    @Test
    void when_several_are_edited_rightly_then_all_are() {
      admin()
          .body(
              """
              {"put":{"notes/b.json":{"format":"note/1"}},"delete":["notes/a.json"],
               "ifMatch":{"notes/a.json":%s}}
              """
                  .formatted(etag))
          .post(base + "/draft")
          .then()
          .statusCode(200)
          .body("created", contains("notes/b.json"));
      admin().get(base + "/draft").then().body("files", contains("app.json", "notes/b.json"));
    }

    @Test
    void when_a_named_change_set_is_edited_then_the_default_one_is_not() {
      admin().body(note("")).put(base + "/drafts/hotfix/notes/z.json").then().statusCode(201);
      admin().get(base + "/draft/notes/z.json").then().statusCode(404);
      admin().get(base + "/drafts/hotfix/notes/z.json").then().statusCode(200);
      admin().get(base + "/drafts").then().body("name", contains("draft", "hotfix"));
      admin().get(base + "/drafts/other").then().statusCode(404);
      admin().delete(base + "/drafts/hotfix").then().statusCode(204);
      admin().get(base + "/drafts").then().body("name", contains("draft"));
    }
  }

  @Nested
  class given_what_no_app_may_hold {
    @Test
    void then_it_is_refused_with_its_place() {
      put("pages/home.json", "{\"format\":\"page/1\",\"label\":\"x\"}").statusCode(422);
      put("notes/Big.json", note("")).statusCode(422);
      put("elsewhere.json", note("")).statusCode(422);
      put("assets/..%2F..%2Fx.json", note("")).statusCode(422);
      put("notes/a.json", "{\"format\":\"table/1\"}")
          .statusCode(422)
          .body("violations[0].pointer", equalTo("/format"));
      put("notes/a.json", "{\"format\":").statusCode(400).body("type", equalTo("json-broken"));
      put("notes/a.json", note(",\"n\":1E+50000000"))
          .statusCode(422)
          .body("violations[0].pointer", equalTo("/n"));
      put("notes/a.json", note(",\"n\":\"\\u0000\"")).statusCode(422);
      put("notes/a.json", note(",\"n\":" + "[".repeat(200) + "]".repeat(200))).statusCode(400);
      put("notes/a.json", note(",\"n\":\"" + "x".repeat(3_000_000) + "\"")).statusCode(413);
      var large = "{\"format\":\"note/1\",\"n\":\"" + "x".repeat(3_000_000) + "\"}";
      admin()
          .contentType("text/plain")
          .body(large)
          .put(base + "/draft/notes/a.json")
          .then()
          .statusCode(413);
      admin().get(base + "/draft").then().body("files", hasSize(1));
    }

    @Test
    void then_app_json_keeps_its_key_and_its_members() {
      var etag = admin().get(base + "/draft/app.json").header("ETag");
      put("app.json", etag, "{\"format\":\"app/1\",\"key\":\"other\",\"label\":\"x\"}")
          .statusCode(422)
          .body("violations[0].pointer", equalTo("/key"))
          .body("violations[0].message", org.hamcrest.Matchers.containsString(app));
      put(
              "app.json",
              etag,
              "{\"format\":\"app/1\",\"key\":\"" + app + "\",\"label\":\"x\",\"colour\":1}")
          .statusCode(422)
          .body("violations[0].pointer", equalTo("/colour"))
          .body("violations[0].code", equalTo("schema.unknown"));
      admin().header("If-Match", etag).delete(base + "/draft/app.json").then().statusCode(422);
    }

    @Test
    void then_bytes_are_kept_as_they_are_and_never_run_in_a_browser() {
      var svg = "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      admin()
          .contentType("image/svg+xml")
          .body(svg)
          .put(base + "/draft/assets/logo.svg")
          .then()
          .statusCode(201);
      admin()
          .get(base + "/draft/assets/logo.svg")
          .then()
          .statusCode(200)
          .contentType("application/octet-stream")
          .header("X-Content-Type-Options", "nosniff")
          .header("Content-Disposition", "attachment");
      assertThat(admin().get(base + "/draft/assets/logo.svg").asByteArray()).isEqualTo(svg);
    }
  }

  @Nested
  class given_a_published_version {
    @BeforeEach
    void publish_it() {
      put("notes/a.json", note(",\"n\":1")).statusCode(201);
      publish().statusCode(200).body("version", equalTo(1)).body("steps", hasSize(0));
    }

    @Test
    void when_published_again_then_nothing_changes() {
      publish().statusCode(200).body("version", equalTo(1)).body("steps", hasSize(0));
    }

    @Test
    void when_it_is_tried_only_then_nothing_happens() {
      put("notes/b.json", note("")).statusCode(201);
      admin()
          .body("{}")
          .post(base + "/publish?dryRun=true")
          .then()
          .statusCode(200)
          .body("version", equalTo(2))
          .body("violations", hasSize(0));
      admin().get(base + "/versions").then().body("version", contains(1));
    }

    @Test
    void when_the_design_has_faults_then_a_dry_run_tells_and_a_publish_refuses() {
      var etag = admin().get(base + "/draft/app.json").header("ETag");
      put(
              "app.json",
              etag,
              """
              {"format":"app/1","key":"%s","label":"x","menu":[{"key":"m","items":["notes/none"]}]}
              """
                  .formatted(app))
          .statusCode(200);
      admin()
          .body("{}")
          .post(base + "/publish?dryRun=true")
          .then()
          .statusCode(200)
          .body("violations.pointer", contains("app.json#/menu/0/items/0"))
          .body("violations[0].message", org.hamcrest.Matchers.containsString("notes/none"));
      publish().statusCode(422).body("type", equalTo("design-invalid"));
    }

    @Test
    void when_an_older_one_is_restored_then_it_is_a_new_version() {
      put("notes/b.json", note("")).statusCode(201);
      admin().body("{\"note\":\"加备注\"}").post(base + "/publish").then().statusCode(200);
      admin()
          .body("{}")
          .post(base + "/versions/1/restore")
          .then()
          .statusCode(200)
          .body("version", equalTo(3));
      admin().get(base + "/draft").then().body("files", contains("app.json", "notes/a.json"));
      admin()
          .get(base + "/versions")
          .then()
          .body("version", contains(3, 2, 1))
          .body("note", hasItem("加备注"))
          .body("createdByName[0]", not(equalTo(null)));
      admin().body("{}").post(base + "/versions/9/restore").then().statusCode(404);
      admin()
          .body("{}")
          .post(base + "/versions/99999999999999999999/restore")
          .then()
          .statusCode(404);
    }

    @Test
    void when_two_change_sets_clash_then_both_sides_are_shown_and_someone_decides() {
      var etag = admin().get(base + "/draft/notes/a.json").header("ETag");
      put("notes/a.json", etag, note(",\"n\":2")).statusCode(200);
      admin()
          .header("If-Match", etag)
          .body(note(",\"n\":3"))
          .put(base + "/drafts/hotfix/notes/a.json")
          .then()
          .statusCode(200);
      admin()
          .body("{}")
          .post(base + "/drafts/hotfix/publish")
          .then()
          .statusCode(200)
          .body("version", equalTo(2));
      publish()
          .statusCode(409)
          .body("type", equalTo("document-conflict"))
          .body("conflicts.pointer", contains("/n"))
          .body("conflicts[0].base", equalTo(1))
          .body("conflicts[0].mine", equalTo(2))
          .body("conflicts[0].theirs", equalTo(3));
      admin()
          .body("{\"choose\":{\"notes/a.json#/n\":\"mine\"}}")
          .post(base + "/publish")
          .then()
          .statusCode(200)
          .body("version", equalTo(3));
      admin().get(base + "/draft/notes/a.json").then().body("n", equalTo(2));
    }

    @Test
    void when_a_change_set_that_nobody_made_is_published_then_404() {
      admin().body("{}").post(base + "/drafts/nobody/publish").then().statusCode(404);
      admin().body("{}").post(base + "/drafts/nobody/publish?dryRun=true").then().statusCode(404);
    }

    @Test
    void when_the_body_of_a_publish_is_wrong_then_its_place_is_named() {
      admin()
          .body("{\"accept\":[\"MAYBE\"],\"hurry\":1}")
          .post(base + "/publish")
          .then()
          .statusCode(422)
          .body("violations.pointer", containsInAnyOrder("/accept/0", "/hurry"));
    }

    @Test
    void then_the_schema_of_its_kinds_is_served() {
      admin()
          .get("/api/schemas/app")
          .then()
          .statusCode(200)
          .contentType(ContentType.JSON)
          .body("required", hasItems("format", "key", "label"));
      admin().get("/api/schemas/page").then().statusCode(404);
    }
  }
}
