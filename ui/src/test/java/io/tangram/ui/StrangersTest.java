package io.tangram.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.postgres.PostgresResource;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every route of the product, called by nobody, by a stranger of the other company and by somebody
 * who may only read. A route without an entry in {@code strangers.tsv} fails.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
  /** Manager in the other company, in no role of the app. */
  static final String STRANGER = "houbin";

  /** Accountant, whose organisation role may read all rows of the app's table, and no more. */
  static final String READER = "jiangmin";

  /** Stands in a row that the stranger must never see, in no answer whatever. */
  static final String SECRET = "保密客户甲";

  @TestHTTPResource("/")
  URI root;

  Routes routes;
  final ObjectMapper json = new ObjectMapper();
  Visits visits;

  @BeforeAll
  void make_an_app() throws IOException, InterruptedException {
    routes = new Routes(root);
    visits = Visits.make(routes);
  }

  JsonNode openApi() throws IOException, InterruptedException {
    var answer = routes.call("GET", "/q/openapi?format=json", null, null, "application/json");
    assertThat(answer.status()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  TreeSet<String> operations() throws IOException, InterruptedException {
    var found = new TreeSet<String>();
    for (var path : openApi().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (!operation.getKey().equals("parameters")) {
          found.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return found;
  }

  @Test
  void every_route_has_an_entry() throws Exception {
    var entered = new TreeSet<String>();
    StrangerEntry.all().forEach(entry -> entered.add(entry.route()));
    assertThat(entered).containsAll(operations());
  }

  @Test
  void nobody_gets_in_and_strangers_and_readers_no_further_than_they_may() throws Exception {
    var wrong = new ArrayList<String>();
    var callers = Map.of("stranger", STRANGER, "reader", READER);
    var routes = operations();
    for (var entry : StrangerEntry.all()) {
      if (!routes.contains(entry.route())) {
        continue;
      }
      check(entry, "nobody", null, wrong);
      for (var caller : callers.entrySet()) {
        check(entry, caller.getKey(), this.routes.token(caller.getValue()), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void an_approver_sees_what_they_decide_about_and_no_more() throws Exception {
    var approver = routes.token("hr");
    var seen = json.readTree(routes.done("GET", "/api/apps/visits", approver, null));
    assertThat(seen.at("/tables/visit/may").toString()).isEqualTo("[\"read\"]");
    assertThat(seen.at("/forms").has("visit")).isTrue();
    var list = routes.done("GET", "/api/apps/visits/tables/visit/records", approver, null);
    assertThat(list).contains(SECRET);
    var create = "/api/apps/visits/tables/visit/records";
    var answer = routes.call("POST", create, approver, "{\"values\":{}}", "application/json");
    assertThat(answer.status()).isIn(403, 404);
  }

  private void check(StrangerEntry entry, String caller, String token, ArrayList<String> wrong)
      throws IOException, InterruptedException {
    if (entry.expected(caller).isEmpty()) {
      return;
    }
    var address = visits.fill(entry.path());
    var body = visits.fill(entry.body());
    var answer = routes.call(entry.method(), address, token, body, entry.type());
    var line = caller + " " + entry.route() + ": " + answer.status();
    if (!entry.expects(caller, answer.status())) {
      wrong.add(line + " instead of " + entry.expected(caller) + " " + answer.body());
    }
    if (!caller.equals("reader") && answer.body().contains(SECRET)) {
      wrong.add(line + " tells the secret");
    }
  }
}
