package io.tangram.core.record;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.tangram.core.identity.As;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An app that tests publish over HTTP and then use as one of the demo's people. */
public final class TestApp {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  public final String key;

  private TestApp(String key) {
    this.key = key;
  }

  /** Creates and publishes an app of the administrator with these documents (path to JSON). */
  public static TestApp publish(Map<String, String> documents) {
    var app = new TestApp("records_" + NUMBER.incrementAndGet());
    As.user("admin")
        .body(Map.of("key", app.key, "label", "测试"))
        .post("/api/apps")
        .then()
        .statusCode(201);
    app.change(documents);
    return app;
  }

  /** Puts documents and publishes them. */
  public void change(Map<String, String> documents) {
    var puts = new StringBuilder();
    documents.forEach(
        (path, json) ->
            puts.append(puts.isEmpty() ? "" : ",")
                .append('"')
                .append(path)
                .append("\":")
                .append(json));
    As.user("admin")
        .body("{\"put\":{" + puts + "}}")
        .post("/api/apps/" + key + "/draft")
        .then()
        .statusCode(200);
    var answer = As.user("admin").body("{}").post("/api/apps/" + key + "/publish");
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.asString());
    }
  }

  public void members(String role, String members) {
    As.user("admin")
        .body(members)
        .put("/api/apps/" + key + "/roles/" + role + "/members")
        .then()
        .statusCode(200);
  }

  public String records(String table) {
    return "/api/apps/" + key + "/tables/" + table + "/records";
  }

  public ValidatableResponse create(String user, String table, String body) {
    return As.user(user).body(body).post(records(table)).then();
  }

  public ValidatableResponse query(String user, String table, String body) {
    return As.user(user).body(body).post(records(table) + "/query").then();
  }

  public ValidatableResponse get(String user, String table, String id) {
    return As.user(user).get(records(table) + "/" + id).then();
  }

  public ValidatableResponse patch(String user, String table, String id, String body) {
    return As.user(user).body(body).patch(records(table) + "/" + id).then();
  }

  static io.restassured.specification.RequestSpecification nobody() {
    return given().contentType("application/json");
  }
}
