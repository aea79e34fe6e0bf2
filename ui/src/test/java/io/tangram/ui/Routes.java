package io.tangram.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.postgres.PostgresResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Calls routes of the running product over HTTP, event streams too: of those only the head. */
final class Routes {
  record Answer(int status, String body) {}

  private final URI root;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> tokens = new HashMap<>();

  Routes(URI root) {
    this.root = root;
  }

  Answer call(String method, String path, String token, String body, String type)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", type);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var bytes = answer.body()) {
      var endless =
          answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
      return new Answer(
          answer.statusCode(),
          endless ? "" : new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** What must succeed. */
  String done(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    var answer = call(method, path, token, body, "application/json");
    assertThat(answer.status()).as(method + " " + path + " " + answer.body()).isBetween(200, 299);
    return answer.body();
  }

  String token(String username) throws IOException, InterruptedException {
    var known = tokens.get(username);
    if (known != null) {
      return known;
    }
    var body = Map.of("username", username, "password", PostgresResource.PASSWORD);
    var answer = done("POST", "/api/auth/login", null, json.writeValueAsString(body));
    var token = json.readTree(answer).path("token").asText();
    tokens.put(username, token);
    return token;
  }
}
