package io.tangram.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tangram.core.identity.As;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An app for leave requests as an administrator makes it over HTTP, and what the demo's people do
 * in it. In the demo {@code staff}'s leader is {@code leader}, above is {@code head}; {@code hr}
 * has the role of that key.
 */
public final class OfficeApp {
  private final String key;

  private OfficeApp(String key) {
    this.key = key;
  }

  /** A new app of this key with the table, the form, the groups and this process, published. */
  public static OfficeApp published(String key, ObjectNode process) {
    var app = new OfficeApp(key);
    As.user("admin")
        .body(Map.of("key", key, "label", "行政"))
        .post("/api/apps")
        .then()
        .statusCode(201);
    app.put(
        Map.of(
            "tables/leave.json", Designs.read("leave.table.json"),
            "forms/leave.json", Designs.read("leave.form.json"),
            "roles/everyone.json", Designs.read("everyone.role.json"),
            "processes/leave.json", process));
    app.publish(200);
    return app;
  }

  public String key() {
    return key;
  }

  public String at(String path) {
    return "/api/apps/" + key + path;
  }

  /** Changes documents of the draft, whatever they were. */
  public void put(Map<String, ObjectNode> documents) {
    var etags = new java.util.HashMap<String, String>();
    for (var path : documents.keySet()) {
      var there = As.user("admin").get(at("/draft/" + path));
      if (there.statusCode() == 200) {
        etags.put(path, there.header("ETag"));
      }
    }
    As.user("admin")
        .body(Map.of("put", documents, "ifMatch", etags))
        .post(at("/draft"))
        .then()
        .statusCode(200);
  }

  public Response publish(int status) {
    var answer = As.user("admin").body(Map.of()).post(at("/publish"));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer;
  }

  /** The id of the request that this person has sent in. */
  public UUID ask(String user, String days) {
    var answer = send(user, days);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.<Object>path("record.state")).isNotNull();
    return UUID.fromString(answer.path("record.id"));
  }

  public Response send(String user, String days) {
    return As.user(user)
        .body(Map.of("values", Map.of("reason", "回家", "days", days)))
        .post(at("/forms/leave/submissions"));
  }

  /** The record as the administrator sees it. */
  public JsonPath record(UUID id) {
    return As.user("admin").get(at("/tables/leave/records/" + id)).jsonPath();
  }

  public String state(UUID id) {
    return record(id).getString("state");
  }

  /** The task about this record in a person's box; null when there is none. */
  public static String task(String user, UUID record) {
    return box(user, "todo").getString("items.find { it.record == '" + record + "' }.id");
  }

  public static JsonPath box(String user, String box) {
    return As.user(user).get("/api/tasks?box=" + box + "&limit=200").jsonPath();
  }

  public static Response act(String user, String task, String act, String comment) {
    return As.user(user).body(Map.of("comment", comment)).post("/api/tasks/" + task + "/" + act);
  }

  /** The person finds the task about this record and does that. */
  public static void does(String user, UUID record, String act) {
    var task = task(user, record);
    assertThat(task).as("task of " + user).isNotNull();
    var answer = act(user, task, act, "看过了");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  /** Who has an open task about this record, out of these. */
  public static List<String> asked(UUID record, String... users) {
    return java.util.Arrays.stream(users).filter(user -> task(user, record) != null).toList();
  }
}
