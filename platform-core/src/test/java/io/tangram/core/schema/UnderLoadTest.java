package io.tangram.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/**
 * People go on writing over HTTP while the design of their table changes beneath them: a field is
 * added, another's type changes as a job over 200,000 rows, a hotfix passes an unfinished change
 * set.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class UnderLoadTest {
  private static final int ROWS = 200_000;
  private static final int WRITERS = 3;
  private static final String APP = "underload";
  private static final String TABLE = "tables/deal.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a writer may be told instead: changed by somebody else, not now, not this value. */
  private static final Set<Integer> CLEAR = Set.of(409, 422, 503);

  @Inject DSLContext db;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger written = new AtomicInteger();
  private volatile boolean enough;

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("Authorization", "Bearer " + As.session("admin"))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .method(method, publisher)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode ok(String method, String path, String body) throws Exception {
    var answer = send(method, path, body);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
    return answer.body().isEmpty() ? null : JSON.readTree(answer.body());
  }

  private static String table(String... fields) {
    return "{\"format\":\"table/1\",\"label\":\"商机\",\"title\":\"name\",\"fields\":["
        + "{\"key\":\"name\",\"type\":\"text\"}"
        + (fields.length == 0 ? "" : "," + String.join(",", fields))
        + "]}";
  }

  private static String field(String key, String type) {
    return "{\"key\":\"" + key + "\",\"type\":\"" + type + "\"}";
  }

  /** Puts a document into a change set, over the one that is there. */
  private void put(String changeSet, String document) throws Exception {
    var path = "/api/apps/" + APP + "/" + changeSet;
    ok("POST", path, "{}"); // begins it, if nobody has
    var known = send("GET", path + "/" + TABLE, null);
    var edit = JSON.createObjectNode();
    edit.putObject("put").set(TABLE, JSON.readTree(document));
    if (known.statusCode() == 200) {
      edit.putObject("ifMatch").put(TABLE, known.headers().firstValue("ETag").orElseThrow());
    }
    ok("POST", path, edit.toString());
  }

  private JsonNode publish(String changeSet) throws Exception {
    var route = changeSet.equals("draft") ? "publish" : changeSet + "/publish";
    return ok("POST", "/api/apps/" + APP + "/" + route, "{\"accept\":[\"MAY_FAIL\"]}");
  }

  /** A person who knows what was confirmed to them. */
  private final class Writer {
    private final Random random;
    private final int number;
    private final Map<String, ObjectNode> confirmed = new HashMap<>();
    private final List<String> own = new ArrayList<>();

    Writer(int number, List<String> rows) {
      this.number = number;
      this.random = new Random(number);
      own.addAll(rows);
    }

    Writer write() {
      for (int i = 0; !enough; i++) {
        try {
          if (i % 3 == 0) {
            create(i);
          } else {
            change(i);
          }
          Thread.sleep(2);
        } catch (Exception e) {
          faults.add(e.toString());
          return this;
        }
      }
      return this;
    }

    private void create(int i) throws Exception {
      var values = values(i);
      var answer =
          send("POST", records(), JSON.createObjectNode().set("values", values).toString());
      if (accepted(answer)) {
        var id = JSON.readTree(answer.body()).path("id").asText();
        confirmed.put(id, values);
        own.add(id);
      }
    }

    private ObjectNode values(int i) {
      var values = JSON.createObjectNode();
      values.put("name", "w" + number + "-" + i);
      // a decimal string is both a text and a number
      return random.nextInt(5) == 0 ? values.putNull("amount") : values.put("amount", i + ".5");
    }

    private void change(int i) throws Exception {
      var id = own.get(random.nextInt(own.size()));
      var record = ok("GET", records() + "/" + id, null);
      var values = JSON.createObjectNode();
      if (i % 2 == 0) {
        values.put("name", "c" + number + "-" + i);
      } else {
        values.setAll(values(i));
      }
      var body = JSON.createObjectNode().put("version", record.path("version").asInt());
      body.set("values", values);
      if (accepted(send("PATCH", records() + "/" + id, body.toString()))) {
        confirmed.computeIfAbsent(id, k -> JSON.createObjectNode()).setAll(values);
      }
    }

    private boolean accepted(HttpResponse<String> answer) throws IOException {
      if (answer.statusCode() < 300) {
        written.incrementAndGet();
        return true;
      }
      var problem = answer.statusCode() + " " + JSON.readTree(answer.body()).path("type").asText();
      (CLEAR.contains(answer.statusCode()) ? refusals : faults).add(problem);
      return false;
    }
  }

  private static String records() {
    return "/api/apps/" + APP + "/tables/deal/records";
  }

  private void waitForJobs() throws Exception {
    for (int i = 0; i < 240; i++) {
      var open = 0;
      for (var job : ok("GET", "/api/apps/" + APP + "/jobs", null)) {
        assertThat(job.path("state").asText()).isNotEqualTo("failed");
        open += job.path("state").asText().equals("done") ? 0 : 1;
      }
      if (open == 0) {
        return;
      }
      Thread.sleep(250);
    }
    throw new AssertionError("the job has not ended in a minute");
  }

  @Test
  void when_a_table_changes_under_its_writers_then_no_write_is_lost() throws Exception {
    ok("POST", "/api/apps", "{\"key\":\"" + APP + "\",\"label\":\"负载\"}");
    put("draft", table(field("amount", "text")));
    publish("draft");
    db.execute(
        "insert into app_underload.deal (_id, _version, _created_at, _updated_at, name, amount)"
            + " select gen_random_uuid(), 1, now(), now(), 'r' || n, n::text || '.25' from"
            + " generate_series(1, "
            + ROWS
            + ") n");

    var pool = Executors.newFixedThreadPool(WRITERS);
    var running = new ArrayList<Future<Writer>>();
    for (int i = 0; i < WRITERS; i++) {
      var rows =
          db.fetch(
                  "select _id::text from app_underload.deal order by _id offset ? limit 300",
                  i * 900)
              .getValues(0, String.class);
      var writer = new Writer(i, rows);
      running.add(pool.submit(writer::write));
    }

    put("draft", table(field("amount", "text"), field("note", "longtext")));
    assertThat(publish("draft").path("steps").findValuesAsText("kind"))
        .containsExactly("add-column");

    put("draft", table(field("amount", "number"), field("note", "longtext")));
    var change = publish("draft").path("steps").get(0);
    assertThat(change.path("kind").asText()).isEqualTo("change-type");
    assertThat(change.path("running").asBoolean()).isTrue();

    // somebody's unfinished work stands in the default change set while a hotfix goes past it
    put(
        "draft",
        table(field("amount", "number"), field("note", "longtext"), field("later", "date")));
    put(
        "drafts/hotfix",
        table(field("amount", "number"), field("note", "longtext"), field("urgent", "switch")));
    assertThat(publish("drafts/hotfix").path("steps").findValuesAsText("element"))
        .containsExactly("urgent");
    waitForJobs();
    assertThat(publish("draft").path("steps").findValuesAsText("element")).containsExactly("later");

    enough = true;
    var confirmed = new HashMap<String, ObjectNode>();
    for (var writer : running) {
      confirmed.putAll(writer.get(60, TimeUnit.SECONDS).confirmed);
    }
    pool.shutdown();

    assertThat(faults).isEmpty();
    assertThat(written.get()).as("refused: %s", refusals).isGreaterThan(100);
    nothingIsLost(confirmed);
  }

  private void nothingIsLost(Map<String, ObjectNode> confirmed) throws Exception {
    for (var write : confirmed.entrySet()) {
      var values = ok("GET", records() + "/" + write.getKey(), null).path("values");
      for (var value : write.getValue().properties()) {
        var wanted = value.getValue().asText(null);
        var there = values.path(value.getKey()).asText(null);
        if (value.getKey().equals("amount") && wanted != null) {
          assertThat(new BigDecimal(there)).isEqualByComparingTo(wanted);
        } else {
          assertThat(there).as("%s of %s", value.getKey(), write.getKey()).isEqualTo(wanted);
        }
      }
    }
    // rows that nobody touched have their old value as a number, and still the old one beside it
    var untouched =
        db.fetchOne(
            "select count(*), count(*) filter (where \"amount$2\" = amount::numeric) from"
                + " app_underload.deal where _version = 1 and name like 'r%'");
    assertThat(untouched.get(0, Long.class)).isGreaterThan(ROWS - 2000L);
    assertThat(untouched.get(1)).isEqualTo(untouched.get(0));
  }
}
