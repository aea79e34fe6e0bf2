package io.tangram.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class FileHttpTest {
  static final String PAPER =
      """
      {"format":"table/1","label":"文件","title":"name","fields":[
        {"key":"name","label":"名称","type":"text"},
        {"key":"doc","label":"附件","type":"file","many":true},
        {"key":"lines","label":"明细","type":"subtable","fields":[
          {"key":"scan","label":"扫描","type":"file"}]}]}
      """;
  static final String STAFF =
      """
      {"format":"role/1","label":"员工","members":{"unit":"organisation"},"grants":[
        {"key":"own","table":"paper","may":["read","create","update"],"rows":"mine"},
        {"key":"unit","table":"paper","may":["read"],"rows":"unit","fields":{"doc":"hidden"}}]}
      """;
  static TestApp app;

  @BeforeEach
  void publish() {
    if (app == null) {
      app = TestApp.publish(Map.of("tables/paper.json", PAPER, "roles/staff.json", STAFF));
    }
  }

  /** As a browser sends it: the name in UTF-8. */
  static HttpResponse<String> upload(String user, String name, byte[] bytes, String type) {
    var body = new ByteArrayOutputStream();
    var head =
        "--cut\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            + "Content-Type: %s\r\n\r\n";
    body.writeBytes(head.formatted(name, type).getBytes(UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--cut--\r\n".getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/files"))
            .header("Authorization", "Bearer " + As.session(user))
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String id(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonPath.from(response.body()).getString("id");
  }

  @Test
  void when_a_file_belongs_to_no_record_then_only_its_uploader_reads_it() {
    var bytes = new byte[1_500_000];
    new Random(7).nextBytes(bytes);
    var id = id(upload("staff", "合同 1.zip", bytes, "application/zip"));
    var answer = As.user("staff").get("/api/files/" + id).then().statusCode(200).extract();
    assertThat(answer.asByteArray()).isEqualTo(bytes);
    assertThat(answer.header("Content-Disposition"))
        .startsWith("attachment; filename*=UTF-8''%E5%90%88");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    As.user("leader").get("/api/files/" + id).then().statusCode(404);
    As.user("admin").get("/api/files/" + id).then().statusCode(404);
    As.user("staff").get("/api/files/x").then().statusCode(404);
  }

  @Test
  void when_a_record_holds_it_then_it_is_as_readable_as_the_field() {
    var id = id(upload("staff", "a.pdf", new byte[] {1, 2}, "application/pdf"));
    var scan = id(upload("staff", "b.png", new byte[] {3}, "image/png"));
    app.create(
            "staff",
            "paper",
            "{\"values\":{\"name\":\"x\",\"doc\":[{\"id\":\""
                + id
                + "\",\"name\":\"lie.exe\",\"size\":9,\"type\":\"x/y\"}],"
                + "\"lines\":[{\"values\":{\"scan\":[{\"id\":\""
                + scan
                + "\",\"name\":\"lie\"}]}}]}}")
        .statusCode(201)
        .body("values.doc[0].name", equalTo("a.pdf"))
        .body("values.doc[0].size", equalTo(2))
        .body("values.lines[0].values.scan[0].name", equalTo("b.png"));
    As.user("staff")
        .get("/api/files/" + id)
        .then()
        .statusCode(200)
        .header("Content-Disposition", startsWith("inline"));
    As.user("head")
        .get("/api/files/" + scan)
        .then()
        .statusCode(200)
        .header("Content-Type", containsString("image/png"));
    // the head reads the record, but not this field of it
    As.user("head").get("/api/files/" + id).then().statusCode(404);
    As.user("qinhaoran").get("/api/files/" + scan).then().statusCode(404);
  }

  @Test
  void when_a_file_is_somebody_elses_then_no_record_takes_it() {
    var id = id(upload("leader", "a.txt", new byte[] {1}, "text/html"));
    app.create("staff", "paper", "{\"values\":{\"doc\":[{\"id\":\"" + id + "\"}]}}")
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/values/doc"));
    As.user("leader")
        .get("/api/files/" + id)
        .then()
        .header("Content-Type", containsString("octet-stream"));
  }
}
