package io.tangram.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OrganisationHttpTest {
  String admin;
  String mfgAdmin;
  String staff;
  JsonPath units;

  @BeforeEach
  void sign_in() {
    admin = As.session("admin");
    mfgAdmin = As.session("tanweijun");
    staff = As.session("staff");
    units = As.token(admin).get("/api/org/units").jsonPath();
  }

  String unit(String name) {
    return units.getString("items.find { it.name == '" + name + "' }.id");
  }

  String user(String username) {
    return As.token(admin)
        .get("/api/org/users?search=" + username)
        .path("items.find { it.username == '" + username + "' }.id");
  }

  static ValidatableResponse post(String token, String path, Object body) {
    return As.token(token).body(body).post(path).then();
  }

  static ValidatableResponse patch(String token, String path, Object body) {
    return As.token(token).body(body).patch(path).then();
  }

  static Map<String, Object> person(String username, String unit) {
    return Map.of(
        "username",
        username,
        "name",
        "新同事",
        "password",
        "first-password",
        "posts",
        List.of(Map.of("unit", unit, "position", "文员")));
  }

  @Nested
  class given_the_demo {
    @Test
    void then_a_group_has_two_companies_with_eight_departments_and_forty_people() {
      List<String> kinds = units.getList("items.kind");
      assertThat(kinds.get(0)).isEqualTo("group");
      assertThat(kinds).filteredOn("company"::equals).hasSize(2);
      List<String> names = units.getList("items.findAll { it.kind == 'department' }.name");
      assertThat(names)
          .contains("研发部", "研发一组", "市场销售部", "人力行政部", "财务部")
          .contains("生产部", "采购部", "质量部");
      List<String> people =
          As.token(admin).get("/api/org/users?limit=1000").jsonPath().getList("items.name");
      assertThat(people).hasSizeGreaterThanOrEqualTo(41);
      assertThat(people).allMatch(name -> name.matches("\\p{IsHan}{2,6}"));
    }

    @Test
    void then_each_unit_comes_after_the_one_above_it_and_names_its_head() {
      List<String> ids = units.getList("items.id");
      List<String> parents = units.getList("items.parent");
      for (var i = 1; i < ids.size(); i++) {
        assertThat(ids.subList(0, i)).contains(parents.get(i));
      }
      assertThat(units.getString("items.find { it.name == '研发部' }.head")).isEqualTo(user("head"));
    }

    @Test
    void then_the_hr_login_has_the_role_of_that_name() {
      As.token(staff)
          .get("/api/org/roles")
          .then()
          .body("items.find { it.key == 'hr' }.members", contains(user("hr")));
    }
  }

  @Nested
  class given_a_member {
    @Test
    void when_they_look_for_people_then_they_see_names_and_posts_only() {
      var found = As.token(staff).get("/api/org/users?search=郑国栋").jsonPath();
      assertThat(found.getMap("items[0]").keySet())
          .containsExactlyInAnyOrder("id", "name", "posts");
      assertThat(found.getString("items[0].posts[0].position")).isEqualTo("研发总监");
    }

    @Test
    void when_they_type_pinyin_then_it_finds_the_name() {
      As.token(staff)
          .get("/api/org/users?search=zhengguo")
          .then()
          .body("items.name", contains("郑国栋"));
    }

    @Test
    void when_they_page_then_each_person_comes_once() {
      var seen = new ArrayList<String>();
      String next = null;
      do {
        var request = As.token(staff).queryParam("limit", 7);
        var page =
            (next == null ? request : request.queryParam("after", next)).get("/api/org/users");
        seen.addAll(page.jsonPath().getList("items.id"));
        next = page.path("next");
      } while (next != null);
      assertThat(new HashSet<>(seen)).hasSameSizeAs(seen).hasSizeGreaterThanOrEqualTo(41);
    }

    @Test
    void when_they_ask_for_a_unit_then_those_below_it_are_there_too() {
      As.token(staff)
          .get("/api/org/users?unit=" + unit("研发部"))
          .then()
          .body("items.name", hasItem("林晓燕"))
          .body("items.name", not(hasItem("侯斌")));
    }

    @Test
    void when_the_query_is_wrong_then_they_are_told() {
      for (var query : List.of("limit=0", "limit=1001", "limit=x", "unit=x")) {
        As.token(staff).get("/api/org/users?" + query).then().statusCode(422);
      }
      for (var cursor : List.of("x", "e30", "WzEsMl0", "%00")) {
        As.token(staff).get("/api/org/users?after=" + cursor).then().statusCode(400);
      }
    }

    @Test
    void when_they_change_anything_then_it_is_not_theirs_to_change() {
      post(
              staff,
              "/api/org/units",
              Map.of("parent", unit("研发部"), "kind", "department", "name", "x"))
          .statusCode(403);
      patch(staff, "/api/org/units/" + unit("研发部"), Map.of("name", "x")).statusCode(403);
      As.token(staff).delete("/api/org/units/" + unit("研发部")).then().statusCode(403);
      post(staff, "/api/org/users", person("intruder", unit("研发部"))).statusCode(403);
      patch(staff, "/api/org/users/" + user("head"), Map.of("name", "x")).statusCode(403);
      patch(staff, "/api/org/users/" + user("staff"), Map.of("administers", List.of(unit("七巧集团"))))
          .statusCode(403);
      As.token(staff).delete("/api/org/users/" + user("head")).then().statusCode(403);
      post(staff, "/api/org/roles", Map.of("key", "x", "name", "x")).statusCode(403);
    }

    @Test
    void when_the_id_is_unknown_or_none_then_it_is_not_found() {
      for (var path : List.of("units", "users", "roles")) {
        for (var id : List.of(UUID.randomUUID().toString(), "x", "%00")) {
          As.token(staff).get("/api/org/" + path + "/" + id).then().statusCode(404);
        }
      }
    }
  }

  @Nested
  class given_an_administrator_of_one_company {
    @Test
    void when_they_make_units_and_people_of_their_company_then_they_may() {
      var parent = unit("生产部");
      String team =
          post(
                  mfgAdmin,
                  "/api/org/units",
                  Map.of("parent", parent, "kind", "department", "name", "二班"))
              .statusCode(201)
              .extract()
              .path("id");
      String person =
          post(mfgAdmin, "/api/org/users", person("newcomer", team))
              .statusCode(201)
              .body("username", equalTo("newcomer"))
              .extract()
              .path("id");
      As.token("newcomer", "first-password");
      patch(mfgAdmin, "/api/org/units/" + team, Map.of("head", person))
          .statusCode(200)
          .body("head", equalTo(person));
      As.token(mfgAdmin).delete("/api/org/units/" + team).then().statusCode(409);
    }

    @Test
    void when_it_is_the_other_company_or_the_group_then_they_may_not() {
      for (var name : List.of("研发部", "上海七巧科技有限公司", "七巧集团")) {
        var id = unit(name);
        post(mfgAdmin, "/api/org/units", Map.of("parent", id, "kind", "department", "name", "x"))
            .statusCode(403);
        patch(mfgAdmin, "/api/org/units/" + id, Map.of("name", "x")).statusCode(403);
        post(mfgAdmin, "/api/org/users", person("spy" + id, id)).statusCode(403);
      }
      patch(mfgAdmin, "/api/org/units/" + unit("质量部"), Map.of("parent", unit("研发部")))
          .statusCode(403);
      patch(mfgAdmin, "/api/org/users/" + user("staff"), Map.of("name", "x")).statusCode(403);
      post(mfgAdmin, "/api/org/roles", Map.of("key", "x", "name", "x")).statusCode(403);
    }

    @Test
    void when_they_reach_for_more_rights_then_they_may_not() {
      var self = "/api/org/users/" + user("tanweijun");
      patch(mfgAdmin, self, Map.of("administers", List.of(unit("七巧集团")))).statusCode(403);
      // somebody with a post in both companies is not theirs alone
      patch(mfgAdmin, "/api/org/users/" + user("shenruolan"), Map.of("password", "taken-over"))
          .statusCode(403);
      patch(mfgAdmin, "/api/org/users/" + user("admin"), Map.of("password", "taken-over"))
          .statusCode(403);
    }

    @Test
    void when_they_close_their_own_company_then_they_may_not() {
      As.token(mfgAdmin).delete("/api/org/units/" + unit("苏州七巧制造有限公司")).then().statusCode(403);
    }
  }

  @Nested
  class given_the_organisations_administrator {
    @Test
    void when_a_person_gets_a_second_post_then_the_first_stays_and_its_end_is_kept() {
      var id = user("dongzhihao");
      var first = As.token(admin).get("/api/org/users/" + id).jsonPath().getMap("posts[0]");
      var kept = Map.of("id", first.get("id"), "unit", first.get("unit"), "position", "行政专员");
      var second = Map.of("unit", unit("生产部"), "position", "驻厂行政");
      patch(admin, "/api/org/users/" + id, Map.of("posts", List.of(kept, second)))
          .statusCode(200)
          .body("posts.position", contains("行政专员", "驻厂行政"));
      patch(admin, "/api/org/users/" + id, Map.of("posts", List.of(kept))).statusCode(200);
      As.token(staff).get("/api/org/users/" + id).then().body("posts.position", contains("行政专员"));
      As.token(admin).get("/api/org/users/" + id).then().body("posts.position", hasItem("驻厂行政"));
    }

    @Test
    void when_a_person_leaves_then_their_sessions_end_at_once_and_their_name_stays() {
      post(admin, "/api/org/users", person("leaver", unit("研发部"))).statusCode(201);
      var token = As.token("leaver", "first-password");
      As.token(token).get("/api/me").then().statusCode(200);
      var path = "/api/org/users/" + user("leaver");
      As.token(admin).delete(path).then().statusCode(204);
      As.token(token).get("/api/me").then().statusCode(401);
      As.token(admin).get(path).then().body("active", equalTo(false)).body("name", equalTo("新同事"));
      As.token(staff).get("/api/org/users?search=leaver").then().body("items", equalTo(List.of()));
    }

    @Test
    void when_they_would_shut_themselves_out_then_it_is_refused() {
      var self = "/api/org/users/" + user("admin");
      As.token(admin).delete(self).then().statusCode(409);
      patch(admin, self, Map.of("active", false)).statusCode(409);
      patch(admin, self, Map.of("administers", List.of())).statusCode(409);
    }

    @Test
    void when_a_username_or_key_is_taken_then_it_is_a_conflict() {
      post(admin, "/api/org/users", person("Staff", unit("研发部")))
          .statusCode(409)
          .body("type", equalTo("key-taken"));
      post(admin, "/api/org/roles", Map.of("key", "hr", "name", "x")).statusCode(409);
    }

    @Test
    void when_a_unit_is_moved_below_itself_then_it_is_refused() {
      patch(admin, "/api/org/units/" + unit("研发部"), Map.of("parent", unit("研发一组")))
          .statusCode(422)
          .body("violations.code", contains("unit.below-itself"));
    }

    @Test
    void when_the_body_is_full_of_faults_then_each_has_its_pointer() {
      var body = new HashMap<String, Object>();
      body.put("username", "two words");
      body.put("name", "");
      body.put("password", "short");
      body.put("age", 7);
      body.put(
          "posts",
          List.of(
              Map.of("unit", UUID.randomUUID()),
              Map.of("unit", unit("研发部"), "from", "2026-02-30"),
              Map.of("unit", 5, "leader", "yes")));
      post(admin, "/api/org/users", body)
          .statusCode(422)
          .body(
              "violations.pointer", containsInAnyOrder("/username", "/name", "/password", "/age"));
      body.putAll(Map.of("username", "right", "name", "right", "password", "long enough"));
      body.remove("age");
      post(admin, "/api/org/users", body)
          .statusCode(422)
          .body("violations.pointer", hasItem("/posts/0/unit"))
          .body("violations.pointer", hasItem("/posts/1/from"))
          .body("violations.pointer", hasItem("/posts/2/leader"));
      As.token(admin).get("/api/org/users?search=right").then().body("items", equalTo(List.of()));
    }

    @Test
    void when_a_role_gets_members_then_they_hold_it_at_once() {
      var body = Map.of("key", "driver", "name", "司机", "members", List.of(user("staff")));
      String id = post(admin, "/api/org/roles", body).statusCode(201).extract().path("id");
      patch(admin, "/api/org/roles/" + id, Map.of("members", List.of(UUID.randomUUID())))
          .statusCode(422);
      patch(admin, "/api/org/roles/" + id, Map.of("members", List.of(user("head"))))
          .body("members", contains(user("head")));
      As.token(admin).delete("/api/org/roles/" + id).then().statusCode(204);
      As.token(admin).get("/api/org/roles/" + id).then().statusCode(404);
    }

    @Test
    void when_a_post_has_not_begun_then_nobody_acts_in_it() {
      var later = LocalDate.now().plusDays(30).toString();
      var body = new HashMap<>(person("future", unit("研发部")));
      body.put("posts", List.of(Map.of("unit", unit("研发部"), "from", later)));
      post(admin, "/api/org/users", body).statusCode(201);
      As.token(As.token("future", "first-password"))
          .get("/api/me")
          .then()
          .body("post", nullValue())
          .body("company", nullValue());
    }
  }
}
