package io.tangram.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes of records that come again under one {@code Idempotency-Key}. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RepeatedWritesTest {
  static final String TABLE =
      """
      {"format": "table/1", "label": "客户", "title": "name", "fields": [
        {"key": "name", "label": "名称", "type": "text", "required": true}]}\
      """;

  static TestApp app;

  final String key = UUID.randomUUID().toString();

  @BeforeEach
  void publish() {
    if (app == null) {
      app = TestApp.publish(Map.of("tables/customer.json", TABLE));
    }
  }

  Response post(String path, String body) {
    return As.user("admin").header("Idempotency-Key", key).body(body).post(path);
  }

  int records() {
    return app.query("admin", "customer", "{\"count\":\"exact\",\"limit\":1}")
        .extract()
        .path("count.value");
  }

  @Test
  void when_a_create_comes_twice_then_there_is_one_record_and_one_answer() {
    var before = records();
    var body = "{\"values\":{\"name\":\"一次\"}}";
    var first = post(app.records("customer"), body);
    var second = post(app.records("customer"), body);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(records()).isEqualTo(before + 1);
  }

  @Test
  void when_a_create_is_refused_then_the_key_is_free_for_the_right_one() {
    assertThat(post(app.records("customer"), "{\"values\":{}}").statusCode()).isEqualTo(422);
    var right = post(app.records("customer"), "{\"values\":{\"name\":\"补上\"}}");
    assertThat(right.statusCode()).isEqualTo(201);
  }

  @Test
  void when_a_batch_may_succeed_in_part_then_its_part_is_done_once() {
    var before = records();
    var body =
        "{\"atomic\":false,\"create\":[{\"values\":{\"name\":\"好\"}},{\"values\":{}},"
            + "{\"values\":{\"name\":\"也好\"}}]}";
    var first = post(app.records("customer") + "/batch", body);
    var second = post(app.records("customer") + "/batch", body);
    assertThat(first.statusCode()).as(first.asString()).isBetween(200, 299);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(records()).isEqualTo(before + 2);
  }

  @Test
  void when_a_publish_comes_twice_then_it_is_one_version() {
    var path = "/api/apps/" + app.key + "/publish";
    assertThat(post(path + "?dryRun=true", "{}").statusCode()).isEqualTo(200);
    var other = UUID.randomUUID().toString();
    var first = As.user("admin").header("Idempotency-Key", other).body("{}").post(path);
    var second = As.user("admin").header("Idempotency-Key", other).body("{}").post(path);
    assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
    assertThat(second.asString()).isEqualTo(first.asString());
  }
}
