package io.tangram.workflow.inbox;

import static io.tangram.workflow.OfficeApp.does;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.workflow.Designs;
import io.tangram.workflow.OfficeApp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EventStreamTest {
  @TestHTTPResource("/api/events")
  URI events;

  final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  InputStream stream;

  @AfterEach
  void hang_up() throws IOException {
    if (stream != null) {
      stream.close();
    }
  }

  void listen(String user, String query) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(events + query))
            .header("Authorization", "Bearer " + As.session(user))
            .build();
    var answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    stream = answer.body();
    var reader =
        new Thread(
            () -> {
              try (var lines = new Scanner(stream, StandardCharsets.UTF_8)) {
                while (lines.hasNextLine()) {
                  heard.add(lines.nextLine());
                }
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  /** The next line of data; a badge has two seconds to move. */
  String next() throws InterruptedException {
    while (true) {
      var line = heard.poll(2, TimeUnit.SECONDS);
      assertThat(line).as("nothing was said within two seconds").isNotNull();
      if (line.startsWith("data:")) {
        return line.substring(5).strip();
      }
    }
  }

  @Test
  void the_badge_moves_with_no_request_but_the_open_stream() throws Exception {
    var app = OfficeApp.published("badge", Designs.read("leave.process.json"));
    listen("leader", "");
    var before = As.user("leader").get("/api/tasks/counts").jsonPath().getInt("todo");
    assertThat(next()).isEqualTo("{\"todo\":" + before + "}");
    var leave = app.ask("staff", "1");
    assertThat(next()).isEqualTo("{\"todo\":" + (before + 1) + "}");
    does("leader", leave, "approve");
    assertThat(next()).isEqualTo("{\"todo\":" + before + "}");
  }

  @Test
  void a_change_of_the_open_record_is_told() throws Exception {
    var app = OfficeApp.published("watch", Designs.read("leave.process.json"));
    var leave = app.ask("staff", "1");
    listen("staff", "?watch=watch/leave/" + leave);
    next();
    var version = app.record(leave).getInt("version");
    As.user("staff")
        .body(Map.of("version", version, "values", Map.of("reason", "看病")))
        .patch(app.at("/tables/leave/records/" + leave))
        .then()
        .statusCode(200);
    assertThat(next())
        .isEqualTo(
            "{\"app\":\"watch\",\"table\":\"leave\",\"id\":\"%s\",\"version\":%d}"
                .formatted(leave, version + 1));
  }

  @Test
  void nobody_watches_what_they_may_not_read() {
    var app = OfficeApp.published("secret", Designs.read("leave.process.json"));
    var leave = app.ask("staff", "1");
    As.user("mayichen").get("/api/events?watch=secret/leave/" + leave).then().statusCode(404);
    As.user("mayichen").get("/api/events?watch=secret").then().statusCode(422);
  }
}
