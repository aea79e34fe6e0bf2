package io.tangram.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IdempotencyTest {
  @Inject DSLContext db;

  String root;
  String key;

  @BeforeEach
  void find_the_root() {
    root = As.user("admin").get("/api/org/units").path("items[0].id");
    key = UUID.randomUUID().toString();
  }

  Response create(String user, String withKey, String name) {
    return As.user(user)
        .header("Idempotency-Key", withKey)
        .body(Map.of("parent", root, "kind", "site", "name", name))
        .post("/api/org/units");
  }

  int units(String name) {
    return db.resultQuery("select count(*)::int from org_unit where name = {0}", name)
        .fetchSingle(0, Integer.class);
  }

  @Nested
  class given_a_request_that_was_answered {
    Response first;

    @BeforeEach
    void send() {
      first = create("admin", key, "仓库 " + key);
      first.then().statusCode(201);
    }

    @Test
    void when_it_comes_again_then_the_answer_is_the_same_and_the_work_done_once() {
      var again = create("admin", key, "仓库 " + key);
      assertThat(again.statusCode()).isEqualTo(201);
      assertThat(again.asString()).isEqualTo(first.asString());
      assertThat(again.contentType()).isEqualTo(first.contentType());
      assertThat(units("仓库 " + key)).isOne();
    }

    @Test
    void when_the_key_comes_with_another_body_or_to_another_place_then_it_is_refused() {
      create("admin", key, "别的 " + key)
          .then()
          .statusCode(422)
          .body("type", equalTo("idempotency-mismatch"));
      As.user("admin")
          .header("Idempotency-Key", key)
          .body(Map.of("parent", root, "kind", "site", "name", "仓库 " + key))
          .post("/api/org/roles")
          .then()
          .statusCode(422);
      assertThat(units("别的 " + key)).isZero();
    }

    @Test
    void when_somebody_else_uses_the_same_key_then_it_is_theirs() {
      create("staff", key, "仓库 " + key).then().statusCode(403);
    }

    @Test
    void when_a_day_has_passed_then_the_key_is_free_again() {
      db.query("update idempotency_key set created_at = now() - interval '25 hours'").execute();
      create("admin", key, "隔天 " + key).then().statusCode(201);
    }
  }

  @Nested
  class given_a_request_that_was_refused {
    @Test
    void when_the_cause_is_gone_then_the_same_key_works() {
      create("admin", key, " ").then().statusCode(422);
      create("admin", key, "终于 " + key).then().statusCode(201);
    }
  }

  @Nested
  class given_eight_clicks_at_once {
    @Test
    void then_one_does_the_work_and_all_hear_of_it() {
      var name = "快 " + key;
      As.session("admin");
      var clicks =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> create("admin", key, name)))
              .limit(8)
              .toList();
      var answers =
          clicks.stream().map(click -> click.join().asString()).collect(Collectors.toSet());
      assertThat(answers).hasSize(1);
      assertThat(units(name)).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "with blank", "schlüssel"})
  void a_key_that_is_none_is_refused(String bad) {
    create("admin", bad, "x").then().statusCode(422);
  }

  @Test
  void every_answer_tells_browsers_what_not_to_do() {
    var answer = As.user("staff").get("/api/me");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }
}
