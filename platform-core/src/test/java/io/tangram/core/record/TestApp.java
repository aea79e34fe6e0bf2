package io.tangram.core.record;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.tangram.core.identity.As;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An app that tests publish over HTTP and then use as one of the demo's people. */
public final class TestApp {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  public final String key;

  private TestApp(String key) {
    this.key = key;
  }

  /** Creates and publishes an app of the administrator with these documents (path to JSON). */
  public static TestApp publish(Map<String, String> documents) {
    return publish(key -> documents);
  }

  /** The same, for documents that hold the app's key. */
  public static TestApp publish(Function<String, Map<String, String>> documents) {
    var app = new TestApp("records_" + NUMBER.incrementAndGet());
    As.user("admin")
        .body(Map.of("key", app.key, "label", "测试"))
        .post("/api/apps")
        .then()
        .statusCode(201);
    app.change(documents.apply(app.key));
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
        .body("{\"put\":{" + puts + "},\"ifMatch\":{" + seen(documents) + "}}")
        .post("/api/apps/" + key + "/draft")
        .then()
        .statusCode(200);
    var answer = As.user("admin").body("{}").post("/api/apps/" + key + "/publish");
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.asString());
    }
  }

  private static String quoted(String etag) {
    return '"' + etag.replace("\"", "\\\"") + '"';
  }

  /** ETags of those documents that are there already. */
  private String seen(Map<String, String> documents) {
    return documents.keySet().stream()
        .map(
            path -> {
              var known = As.user("admin").get("/api/apps/" + key + "/draft/" + path);
              return known.statusCode() == 200
                  ? "\"" + path + "\":" + quoted(known.header("ETag"))
                  : "";
            })
        .filter(entry -> !entry.isEmpty())
        .collect(Collectors.joining(","));
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
