package io.tangram.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The app that strangers try: made over HTTP by the administrator, out of {@code visits.json}. */
final class Visits {
  private final Map<String, String> names = new HashMap<>();

  static Visits make(Routes routes) throws IOException, InterruptedException {
    var visits = new Visits();
    var json = new ObjectMapper();
    var admin = routes.token("admin");
    var documents = (ObjectNode) json.readTree(Visits.class.getResourceAsStream("/visits.json"));
    routes.done("POST", "/api/apps", admin, "{\"key\":\"visits\",\"label\":\"拜访\"}");
    var draft = json.createObjectNode().set("put", documents.get("documents"));
    routes.done("POST", "/api/apps/visits/draft", admin, draft.toString());
    routes.done("POST", "/api/apps/visits/publish", admin, "{}");
    var visit = "{\"values\":{\"customer\":\"" + StrangersTest.SECRET + "\",\"price\":\"1.50\"}}";
    var made = routes.done("POST", "/api/apps/visits/forms/visit/submissions", admin, visit);
    visits.names.put(
        "records/{id}", "records/" + json.readTree(made).path("record").path("id").asText());
    var todo = json.readTree(routes.done("GET", "/api/tasks?box=todo", routes.token("hr"), null));
    visits.names.put("tasks/{id}", "tasks/" + id(todo, 0));
    var units = json.readTree(routes.done("GET", "/api/org/units", admin, null));
    var users = json.readTree(routes.done("GET", "/api/org/users", admin, null));
    var roles = json.readTree(routes.done("GET", "/api/org/roles", admin, null));
    visits.names.put("units/{id}", "units/" + id(units, 2));
    visits.names.put("users/{id}", "users/" + id(users, 2));
    visits.names.put("org/roles/{id}", "org/roles/" + id(roles, 0));
    visits.names.put("{app}", "visits");
    visits.names.put("{table}", "visit");
    visits.names.put("{form}", "visit");
    visits.names.put("{path}", "tables/visit.json");
    visits.names.put("{name}", "hotfix");
    visits.names.put("{number}", "1");
    visits.names.put("{kind}", "table");
    visits.names.put("{form}", "visit");
    visits.names.put("{key}", "approvals");
    visits.names.put("{role}", "readers");
    visits.names.put("{move}", "close");
    visits.names.put("tasks/{id}", "tasks/" + UUID.randomUUID());
    visits.names.put("files/{id}", "files/" + UUID.randomUUID());
    if (visits.names.values().stream().anyMatch(name -> name.endsWith("/"))) {
      throw new IllegalStateException("something was not made: " + visits.names);
    }
    return visits;
  }

  private static String id(JsonNode list, int index) {
    return list.path("items").path(index).path("id").asText();
  }

  /** The text with what was made instead of the names in braces. */
  String fill(String text) {
    if (text == null) {
      return null;
    }
    var filled = text;
    for (var name : names.entrySet()) {
      filled = filled.replace(name.getKey(), name.getValue());
    }
    return filled;
  }
}
