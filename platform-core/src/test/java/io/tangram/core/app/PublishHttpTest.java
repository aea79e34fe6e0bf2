package io.tangram.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tangram.core.identity.As;
import io.tangram.core.metadata.AppLock;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Publishing where something is dangerous, breaks, or somebody else is at work. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PublishHttpTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject MetadataCatalog catalog;

  String app;

  @BeforeEach
  void a_published_app() {
    app = "publish_" + NUMBER.incrementAndGet();
    As.user("admin")
        .body(Map.of("key", app, "label", "行政"))
        .post("/api/apps")
        .then()
        .statusCode(201);
    note("first", "");
    publish("{}").statusCode(200).body("version", equalTo(1));
  }

  void note(String key, String members) {
    As.user("admin")
        .body("{\"format\":\"note/1\"" + members + "}")
        .put("/api/apps/" + app + "/draft/notes/" + key + ".json")
        .then()
        .statusCode(201);
  }

  ValidatableResponse publish(String body) {
    return As.user("admin").body(body).post("/api/apps/" + app + "/publish").then();
  }

  void still(int version) {
    As.user("admin")
        .get("/api/apps/" + app + "/versions")
        .then()
        .body("version[0]", equalTo(version))
        .body("", hasSize(version));
    assertThat(catalog.current(app).number()).isEqualTo(version);
  }

  static Connection elsewhere() throws SQLException {
    var config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class));
  }

  @Nested
  class given_a_dangerous_step {
    @BeforeEach
    void draft_it() {
      note("risky", ",\"hazard\":\"LOSES_DATA\"");
    }

    @Test
    void then_it_is_not_done_until_it_is_accepted() {
      publish("{}")
          .statusCode(409)
          .body("type", equalTo("hazard-not-accepted"))
          .body("steps.hazard", contains("LOSES_DATA"))
          .body("steps[0].details.pages", equalTo(3));
      publish("{\"accept\":[\"MAY_FAIL\"]}").statusCode(409);
      still(1);
      publish("{\"accept\":[\"LOSES_DATA\"]}")
          .statusCode(200)
          .body("version", equalTo(2))
          .body("steps.kind", contains("burn-note"));
    }
  }

  @Nested
  class given_a_publish_that_breaks_half_way {
    @Test
    void then_nothing_has_happened_and_the_draft_is_still_there() {
      note("bad", ",\"breaks\":true");
      publish("{}").statusCode(503);
      still(1);
      As.user("admin")
          .get("/api/apps/" + app + "/draft")
          .then()
          .body("changed", contains("notes/bad.json"));
    }
  }

  @Nested
  class given_somebody_else_at_work {
    @Test
    void when_a_record_is_being_written_then_the_publish_waits_and_gives_up_clearly()
        throws SQLException {
      note("second", "");
      try (var writer = elsewhere()) {
        writer.setAutoCommit(false);
        try (var lock = writer.prepareStatement(AppLock.SHARED)) {
          lock.setLong(1, AppLock.key(app));
          lock.execute();
        }
        publish("{}").statusCode(503).body("type", equalTo("unavailable"));
        still(1);
        writer.rollback();
      }
      publish("{}").statusCode(200).body("version", equalTo(2));
    }

    @Test
    void when_many_publish_at_once_then_each_version_is_made_by_one() throws Exception {
      IntStream.range(0, 6)
          .forEach(
              i ->
                  As.user("admin")
                      .body("{\"format\":\"note/1\"}")
                      .put("/api/apps/" + app + "/drafts/set_" + i + "/notes/n" + i + ".json")
                      .then()
                      .statusCode(201));
      var pool = Executors.newFixedThreadPool(6);
      try {
        var tasks =
            IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> () -> patiently("set_" + i))
                .toList();
        var versions = new TreeSet<Integer>();
        for (var done : pool.invokeAll(tasks)) {
          versions.add(done.get());
        }
        assertThat(versions).containsExactly(2, 3, 4, 5, 6, 7);
      } finally {
        pool.shutdown();
      }
      As.user("admin").get("/api/apps/" + app + "/draft").then().body("files", hasSize(8));
    }

    /** Whoever is told that somebody else is publishing tries again. */
    int patiently(String changeSet) {
      while (true) {
        var answer =
            As.user("admin")
                .body("{}")
                .post("/api/apps/" + app + "/drafts/" + changeSet + "/publish");
        if (answer.statusCode() == 200) {
          return answer.path("version");
        }
        answer.then().statusCode(409).body("type", equalTo("publish-running"));
      }
    }

    @Test
    void when_another_node_publishes_then_this_one_hears_of_it() throws Exception {
      try (var node = elsewhere();
          var statement = node.createStatement()) {
        node.setAutoCommit(false);
        statement.execute(
            "insert into app_version (app, number, created_at, created_by)"
                + " select app, 2, now(), created_by from app_version where app = '"
                + app
                + "'");
        statement.execute(
            "insert into app_version_document (app, number, path, hash)"
                + " select app, 2, path, hash from app_version_document where app = '"
                + app
                + "'");
        statement.execute("update app set version = 2 where key = '" + app + "'");
        statement.execute("select pg_notify('tangram', 'catalogue " + app + "')");
        assertThat(catalog.current(app).number()).isEqualTo(1);
        node.commit();
      }
      var patience = Instant.now().plus(Duration.ofSeconds(10));
      while (catalog.current(app).number() == 1 && Instant.now().isBefore(patience)) {
        Thread.sleep(20);
      }
      assertThat(catalog.current(app).number()).isEqualTo(2);
    }
  }

  @Nested
  class given_another_app_that_uses_what_is_exported {
    String table(String exports) {
      return "{\"format\":\"table/1\",\"label\":\"客户\",\"title\":\"name\",\"fields\":["
          + "{\"key\":\"name\",\"label\":\"名称\",\"type\":\"text\"},"
          + "{\"key\":\"level\",\"label\":\"级别\",\"type\":\"text\"}],"
          + "\"exports\":{\"fields\":["
          + exports
          + "],\"to\":\"all\"}}";
    }

    @Test
    void then_taking_it_away_names_the_users() {
      As.user("admin")
          .body(table("\"name\",\"level\""))
          .put("/api/apps/" + app + "/draft/tables/customer.json")
          .then()
          .statusCode(201);
      publish("{}").statusCode(200);
      var user = app + "_user";
      As.user("admin")
          .body(Map.of("key", user, "label", "用户"))
          .post("/api/apps")
          .then()
          .statusCode(201);
      var etag = As.user("admin").get("/api/apps/" + user + "/draft/app.json").header("ETag");
      As.user("admin")
          .header("If-Match", etag)
          .body(
              "{\"format\":\"app/1\",\"key\":\""
                  + user
                  + "\",\"label\":\"用户\",\"requires\":["
                  + "{\"key\":\"base\",\"app\":\""
                  + app
                  + "\",\"tables\":{\"customer\":[\"name\",\"level\"]}}]}")
          .put("/api/apps/" + user + "/draft/app.json")
          .then()
          .statusCode(200);
      As.user("admin").body("{}").post("/api/apps/" + user + "/publish").then().statusCode(200);

      etag =
          As.user("admin").get("/api/apps/" + app + "/draft/tables/customer.json").header("ETag");
      As.user("admin")
          .header("If-Match", etag)
          .body(table("\"name\""))
          .put("/api/apps/" + app + "/draft/tables/customer.json")
          .then()
          .statusCode(200);
      publish("{}")
          .statusCode(409)
          .body("steps.find { it.kind == 'take-away-export' }.element", equalTo("level"))
          .body("steps.find { it.kind == 'take-away-export' }.details.users", hasItem(user));
      publish("{\"accept\":[\"MAY_FAIL\"]}").statusCode(200);
    }
  }
}
