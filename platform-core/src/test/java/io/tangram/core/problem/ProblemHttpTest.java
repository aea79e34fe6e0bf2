package io.tangram.core.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tangram.core.postgres.PostgresResource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProblemHttpTest {
  @TestHTTPResource("/api/echo")
  URI echo;

  static ValidatableResponse post(String path, String body) {
    return given().contentType("application/json").body(body).post("/api/echo" + path).then();
  }

  static void isProblem(ValidatableResponse answer, int status, String type) {
    answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo(type))
        .body("status", equalTo(status))
        .body("traceId", matchesPattern("[0-9a-f]{16}"))
        .body("$", hasKey("title"))
        .body("$", hasKey("detail"));
  }

  @Test
  void a_number_comes_back_with_every_digit_and_its_scale() {
    var json = "{\"a\":1.50,\"b\":123456789012345678901234567890.10,\"c\":[]}";
    assertThat(post("", json).statusCode(200).extract().asString()).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\":1,}",
        "{\"a\":1} {}",
        "{\"a\":1,\"a\":2}",
        "nonsense",
        "{'a':1}",
        "\u0000",
        ""
      })
  void broken_json_is_400(String body) {
    isProblem(post("", body), 400, "json-broken");
  }

  @Test
  void json_a_thousand_levels_deep_is_400() {
    isProblem(post("", "[".repeat(1000) + "]".repeat(1000)), 400, "json-broken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"titel\":\"x\"}|/titel|json.member-unknown",
        "{\"title\":5}|/title|json.type",
        "{\"urgent\":\"yes\"}|/urgent|json.type",
        "{\"lines\":[{\"count\":1},{\"count\":\"2\"}]}|/lines/1/count|json.type",
        "{\"lines\":{}}|/lines|json.type",
      })
  void a_body_of_the_wrong_shape_is_422_with_the_place(String body, String pointer, String code) {
    var answer = post("/order", body);
    isProblem(answer, 422, "values-invalid");
    answer.body("violations.pointer", contains(pointer)).body("violations.code", contains(code));
  }

  @Test
  void the_caller_chooses_the_language() {
    given().get("/api/nowhere").then().body("title", equalTo("找不到"));
    given()
        .header("Accept-Language", "fr, en-GB;q=0.8, zh;q=0.5")
        .get("/api/nowhere")
        .then()
        .body("title", equalTo("Not found"));
    given()
        .header("Accept-Language", "!!;;q=x,,")
        .get("/api/nowhere")
        .then()
        .body("title", equalTo("找不到"));
  }

  @Test
  void what_the_http_layer_refuses_is_a_problem_too() {
    isProblem(given().get("/api/nowhere").then(), 404, "not-found");
    isProblem(given().get("/api/echo/no-uuid").then(), 404, "not-found");
    isProblem(given().delete("/api/echo/order").then(), 405, "method-not-allowed");
    isProblem(
        given().contentType("text/plain").body("{}").post("/api/echo").then(),
        415,
        "media-type-unsupported");
    isProblem(
        given()
            .accept("image/png")
            .contentType("application/json")
            .body("{}")
            .post("/api/echo")
            .then(),
        406,
        "not-acceptable");
  }

  @Test
  void nothing_has_nul_in_its_name() throws IOException {
    isProblem(given().urlEncodingEnabled(false).get("/api/echo/fail/%00").then(), 404, "not-found");
  }

  @Test
  void a_refusal_tells_its_faults_and_what_else_it_has_to_tell() {
    var answer = given().header("Accept-Language", "en").get("/api/echo/fail/refused").then();
    isProblem(answer, 422, "values-invalid");
    answer
        .body("violations[0].pointer", equalTo("/values/a"))
        .body("violations[0].code", equalTo("sample.limit"))
        .body("steps", contains("one"));
  }

  @Test
  void a_refusal_is_found_inside_the_exception_that_carried_it() {
    isProblem(given().get("/api/echo/fail/wrapped").then(), 409, "record-changed");
    isProblem(given().get("/api/echo/fail/deadlock").then(), 503, "unavailable");
  }

  @Test
  void what_nobody_foresaw_says_nothing_but_its_trace() {
    var answer = given().get("/api/echo/fail/otherwise").then();
    isProblem(answer, 500, "internal");
    answer.body("$", not(hasKey("violations")));
    assertThat(answer.extract().asString()).doesNotContain("secret", "Exception", "io.tangram");
  }

  @Test
  void a_body_of_ten_megabytes_is_413_with_and_without_its_length() throws Exception {
    var body = ("\"" + "x".repeat(10 << 20) + "\"").getBytes(StandardCharsets.UTF_8);
    assertThat(send(HttpRequest.BodyPublishers.ofByteArray(body)).statusCode()).isEqualTo(413);
    var chunked =
        send(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(chunked.body()).contains("\"type\":\"body-too-large\"");
  }

  @Test
  void a_file_may_be_larger() {
    given()
        .contentType("application/octet-stream")
        .body(new byte[5 << 20])
        .post("/api/echo/bytes")
        .then()
        .statusCode(200);
  }

  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  HttpResponse<String> send(HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(echo).header("Content-Type", "application/json").POST(body).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
