package io.tangram.killtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** The administrator at one node, and the app {@code kill} that the tests fill. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String APP =
      """
      {"put": {
        "tables/order.json": {"format": "table/1", "label": "单据", "title": "name",
          "fields": [{"key": "name", "label": "名称", "type": "text", "required": true}],
          "lifecycle": {"states": [{"key": "open", "label": "进行中"}, {"key": "done", "label": "完成"}]}},
        "forms/order.json": {"format": "form/1", "label": "单据", "table": "order", "layout": ["name"]},
        "processes/wait.json": {"format": "process/1", "label": "等一等", "table": "order",
          "starts": [{"key": "sent", "on": "submit"}],
          "results": {"approved": "done"},
          "nodes": [{"id": "begin", "type": "start", "label": "提交"},
            {"id": "wait", "type": "delay", "label": "等", "settings": {"for": "2s"}},
            {"id": "finish", "type": "end", "label": "完成"}],
          "flows": [{"id": "f1", "from": "begin", "to": "wait"},
            {"id": "f2", "from": "wait", "to": "finish"}]}}}\
      """;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI address;
  private String token;

  Api(Node node) throws IOException, InterruptedException {
    this.address = node.address;
    var login = "{\"username\":\"admin\",\"password\":\"" + Node.PASSWORD + "\"}";
    this.token = json(expect(200, send("POST", "/api/auth/login", login))).get("token").asText();
  }

  /** Makes and publishes the app. */
  void publishApp() throws IOException, InterruptedException {
    expect(201, send("POST", "/api/apps", "{\"key\":\"kill\",\"label\":\"演习\"}"));
    expect(200, send("POST", "/api/apps/kill/draft", APP));
    expect(200, send("POST", "/api/apps/kill/publish", "{\"accept\":[],\"note\":\"\"}"));
  }

  /** Status of creating a record under an id of the caller's. */
  int create(UUID id) throws IOException, InterruptedException {
    return send("POST", "/api/apps/kill/tables/order/records", body(id)).statusCode();
  }

  /** Status of sending in the form, which starts a timer. */
  int submit(UUID id) throws IOException, InterruptedException {
    return send("POST", "/api/apps/kill/forms/order/submissions", body(id)).statusCode();
  }

  int read(UUID id) throws IOException, InterruptedException {
    return send("GET", "/api/apps/kill/tables/order/records/" + id, null).statusCode();
  }

  private static String body(UUID id) {
    return "{\"id\":\"" + id + "\",\"values\":{\"name\":\"" + id + "\"}}";
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer + ": " + answer.body());
    }
    return answer;
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
