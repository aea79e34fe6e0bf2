package io.tangram.core.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SignInTest {
  static final String PASSWORD = PostgresResource.PASSWORD;

  @Inject DSLContext db;

  static Response login(Object body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/auth/login");
  }

  static Response loginForCookie(String username) {
    return login(Map.of("username", username, "password", PASSWORD, "session", "cookie"));
  }

  @Nested
  class given_a_program {
    @Test
    void when_it_signs_in_then_it_gets_a_token_and_no_cookie() {
      var answer = login(Map.of("username", "STAFF", "password", PASSWORD));
      answer.then().statusCode(200).body("token", notNullValue()).body("expiresAt", notNullValue());
      assertThat(answer.cookies()).isEmpty();
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void when_it_shows_the_token_then_it_is_that_person_in_their_post() {
      As.user("staff")
          .get("/api/me")
          .then()
          .statusCode(200)
          .body("username", equalTo("staff"))
          .body("name", equalTo("林晓燕"))
          .body("administrator", equalTo(false))
          .body("mayCreateApps", equalTo(false))
          .body("posts", hasSize(1))
          .body("posts[0].unitName", equalTo("研发一组"))
          .body("posts[0].companyName", equalTo("上海七巧科技有限公司"))
          .body("organisation.name", equalTo("七巧集团"))
          .body("organisation.zone", equalTo("Asia/Shanghai"))
          .body("locale", equalTo("zh-CN"));
    }

    @Test
    void when_it_signs_out_then_the_token_is_dead_at_once_and_others_live() {
      var token = As.token("staff", PASSWORD);
      var other = As.token("staff", PASSWORD);
      As.token(token).get("/api/me").then().statusCode(200);
      As.token(token).post("/api/auth/logout").then().statusCode(204);
      As.token(token).get("/api/me").then().statusCode(401);
      As.token(other).get("/api/me").then().statusCode(200);
    }

    @Test
    void when_the_database_is_read_then_no_token_stands_in_it() {
      var token = As.token("staff", PASSWORD);
      var kept =
          db.resultQuery("select encode(token_hash, 'hex') from session").fetch(0, String.class);
      assertThat(kept).contains(Tokens.id(token)).doesNotContain(token);
      assertThat(db.resultQuery("select hash from credential").fetch(0, String.class))
          .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void when_its_session_has_expired_then_it_is_nobody() {
      var token = As.token("staff", PASSWORD);
      db.query("update session set expires_at = now() - interval '1 second'").execute();
      As.token(token).get("/api/me").then().statusCode(401);
    }
  }

  @Nested
  class given_a_browser {
    @Test
    void when_it_signs_in_then_it_gets_a_cookie_that_scripts_cannot_read_and_no_token() {
      var answer = loginForCookie("staff");
      answer.then().statusCode(200).body("token", nullValue()).body("expiresAt", notNullValue());
      var cookie = answer.detailedCookie("tangram_session");
      assertThat(cookie.isHttpOnly()).isTrue();
      assertThat(cookie.getSameSite()).isEqualTo("Lax");
    }

    @Test
    void when_a_foreign_page_sends_its_cookie_then_only_reading_works() {
      var cookie = loginForCookie("staff").cookie("tangram_session");
      given().cookie("tangram_session", cookie).get("/api/me").then().statusCode(200);
      given()
          .cookie("tangram_session", cookie)
          .post("/api/auth/logout")
          .then()
          .statusCode(403)
          .body("type", equalTo("csrf-missing"));
      given()
          .cookie("tangram_session", cookie)
          .header("X-Tangram-Request", "1")
          .post("/api/auth/logout")
          .then()
          .statusCode(204);
      given().cookie("tangram_session", cookie).get("/api/me").then().statusCode(401);
    }

    @Test
    void when_a_bad_bearer_stands_beside_the_good_cookie_then_it_is_refused() {
      var cookie = loginForCookie("staff").cookie("tangram_session");
      for (var bad :
          List.of("Bearer nonsense", "Bearer ", "Basic c3RhZmY6eA==", "Bearer " + cookie)) {
        given()
            .cookie("tangram_session", cookie)
            .header("Authorization", bad)
            .get("/api/me")
            .then()
            .statusCode(401);
      }
    }
  }

  @Nested
  class given_somebody_who_guesses {
    @Test
    void when_name_or_password_is_wrong_then_the_answer_is_the_same() {
      var wrongPassword = login(Map.of("username", "xumenglin", "password", "nonsense!"));
      var wrongName = login(Map.of("username", "nobody", "password", "nonsense!"));
      wrongPassword.then().statusCode(401).body("type", equalTo("sign-in-failed"));
      assertThat(wrongName.path("detail").toString()).isEqualTo(wrongPassword.path("detail"));
      wrongName.then().statusCode(401).body("detail", equalTo("用户名或密码不正确。"));
    }

    @Test
    void when_they_fail_again_and_again_then_even_the_right_password_waits() {
      for (var i = 0; i < 5; i++) {
        login(Map.of("username", "fengjunjie", "password", "guess " + i)).then().statusCode(401);
      }
      var locked = login(Map.of("username", "fengjunjie", "password", PASSWORD));
      locked.then().statusCode(429).body("type", equalTo("too-many-requests"));
      assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(50, 60);
      db.query("update sign_in_failure set blocked_until = now() - interval '1 second'").execute();
      login(Map.of("username", "fengjunjie", "password", PASSWORD)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "\"x\"",
          "{\"username\":5,\"password\":\"x\"}",
          "{\"username\":\"staff\",\"password\":null}",
          "{\"username\":\"staff\\u0000\",\"password\":\"x\"}",
          "{\"username\":\"staff\",\"password\":\"x\",\"session\":\"forever\"}",
          "{\"username\":\"staff\",\"password\":\"x\",\"admin\":true}"
        })
    void when_the_body_is_wrong_then_each_fault_has_its_place(String body) {
      login(body).then().statusCode(422).body("violations", notNullValue());
    }

    @Test
    void when_nobody_asks_then_every_route_but_the_sign_in_is_closed() {
      for (var path : List.of("/api/me", "/api/org/units", "/api/org/users", "/api/org/roles")) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
      }
    }
  }

  @Nested
  class given_a_person_with_posts_in_both_companies {
    @Test
    void when_they_act_in_the_other_post_then_this_session_belongs_to_that_company() {
      var token = As.token("shenruolan", PASSWORD);
      var other = As.token("shenruolan", PASSWORD);
      var me = As.token(token).get("/api/me");
      me.then()
          .body("posts.companyName", contains("上海七巧科技有限公司", "苏州七巧制造有限公司"))
          .body("post", equalTo(me.path("posts[0].id")));
      As.token(token)
          .body(Map.of("post", me.path("posts[1].id").toString()))
          .post("/api/me/post")
          .then()
          .statusCode(200)
          .body("company", equalTo(me.path("posts[1].company")));
      As.token(token).get("/api/me").then().body("post", equalTo(me.path("posts[1].id")));
      As.token(other).get("/api/me").then().body("post", equalTo(me.path("posts[0].id")));
    }

    @Test
    void when_the_post_is_somebody_elses_then_it_is_refused() {
      var post = As.user("staff").get("/api/me").path("post").toString();
      As.user("shenruolan")
          .body(Map.of("post", post))
          .post("/api/me/post")
          .then()
          .statusCode(422)
          .body("violations.pointer", hasItem("/post"));
    }
  }

  @Nested
  class given_a_person_who_changes_themselves {
    @Test
    void when_the_language_is_english_then_faults_speak_it() {
      var token = As.token("caoyafei", PASSWORD);
      As.token(token).body(Map.of("locale", "en")).patch("/api/me").then().statusCode(200);
      As.token(token)
          .body(Map.of("locale", "fr"))
          .patch("/api/me")
          .then()
          .statusCode(422)
          .body("violations[0].message", equalTo("Only the given options can be chosen."));
    }

    @Test
    void when_the_password_is_new_then_other_sessions_end_and_the_old_one_is_useless() {
      var token = As.token("pengsihan", PASSWORD);
      var other = As.token("pengsihan", PASSWORD);
      As.token(other).get("/api/me").then().statusCode(200);
      var body = Map.of("password", Map.of("old", PASSWORD, "new", "another-one"));
      As.token(token).body(body).patch("/api/me").then().statusCode(200);
      As.token(other).get("/api/me").then().statusCode(401);
      As.token(token).get("/api/me").then().statusCode(200);
      login(Map.of("username", "pengsihan", "password", PASSWORD)).then().statusCode(401);
      As.token("pengsihan", "another-one");
    }

    @Test
    void when_the_old_password_is_wrong_or_the_new_one_short_then_both_are_told() {
      As.user("lvchenxi")
          .body(Map.of("password", Map.of("old", "x", "new", "short")))
          .patch("/api/me")
          .then()
          .statusCode(422)
          .body("violations.pointer", contains("/password/old", "/password/new"));
    }
  }
}
