package io.tangram.workflow.inbox;

import static io.tangram.workflow.OfficeApp.asked;
import static io.tangram.workflow.OfficeApp.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.Actors;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.core.record.Intent;
import io.tangram.core.record.Origin;
import io.tangram.core.record.RecordDraft;
import io.tangram.core.record.RecordService;
import io.tangram.workflow.Chain;
import io.tangram.workflow.Designs;
import io.tangram.workflow.OfficeApp;
import io.tangram.workflow.node.Json;
import io.tangram.workflow.store.Statements;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Record, instance, tasks and grants stand or fall together. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TransactionTest {
  @Inject RecordService records;
  @Inject Actors actors;
  @Inject Statements statements;
  @Inject AgroalDataSource pool;

  static final class Boom extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts on a connection that has nothing to do with the pool and its transactions. */
  static long elsewhere(String sql, UUID id) throws SQLException {
    var config = ConfigProvider.getConfig();
    try (var connection =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        var statement = connection.prepareStatement("select count(*) from " + sql)) {
      statement.setObject(1, id);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  long here(String sql, UUID id) {
    return statements.first("select count(*) from " + sql, row -> row.getLong(1), id).orElseThrow();
  }

  static final Map<String, String> TRACES =
      Map.of(
          "record", "app_rollback.leave where _id = ?",
          "history", "history where record = ?",
          "instance", "process_instance where record = ?",
          "task",
              "process_task where instance in (select id from process_instance where record = ?)",
          "grant", "record_grant where record = ?");

  @Test
  void when_it_fails_after_the_outbox_row_then_there_is_neither_record_nor_instance_nor_task()
      throws SQLException {
    var app = OfficeApp.published("rollback", Designs.read("leave.process.json"));
    var staff = UUID.fromString(As.user("staff").get("/api/me").path("id"));
    var actor = actors.find(staff).orElseThrow();
    var id = UUID.randomUUID();
    var running = statements.list("select 1 from act_ru_execution", row -> 1).size();
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          records.create(
                              app.key(),
                              "leave",
                              new RecordDraft(
                                  Optional.of(id),
                                  Optional.empty(),
                                  Json.object().put("reason", "回家").put("days", "2")),
                              Intent.SUBMIT,
                              actor,
                              Origin.PERSON);
                          TRACES.forEach(
                              (what, sql) -> assertThat(here(sql, id)).as(what).isPositive());
                          throw new Boom();
                        }))
        .isInstanceOf(Boom.class);
    for (var trace : TRACES.entrySet()) {
      assertThat(elsewhere(trace.getValue(), id)).as(trace.getKey()).isZero();
    }
    assertThat(statements.list("select 1 from act_ru_execution", row -> 1)).hasSize(running);
    var next = app.ask("staff", "2");
    assertThat(asked(next, "leader")).containsExactly("leader");
  }

  @Test
  void when_a_new_version_is_published_then_running_instances_stay_on_theirs() {
    var app = OfficeApp.published("versions", Designs.read("leave.process.json"));
    var old = app.ask("staff", "2");
    app.put(
        Map.of(
            "processes/leave.json",
            Chain.start().approve("leader", "{ \"leader\": \"=$starter\" }").end()));
    app.publish(200);
    var young = app.ask("staff", "2");
    does("leader", old, "approve");
    does("leader", young, "approve");
    assertThat(app.state(young)).isEqualTo("valid");
    assertThat(app.state(old)).isEqualTo("asked");
    does("hr", old, "approve");
    assertThat(app.state(old)).isEqualTo("valid");
  }

  @Test
  void when_nothing_in_a_process_changes_then_it_is_not_deployed_again() {
    var app = OfficeApp.published("same", Designs.read("leave.process.json"));
    app.put(Map.of("tables/leave.json", Designs.read("leave.table.json").put("label", "休假")));
    app.publish(200);
    var definitions =
        statements.list(
            "select definition from process_definition where app = ?",
            row -> row.getString(1),
            "same");
    assertThat(definitions).hasSize(2).containsOnly(definitions.get(0));
    var leave = app.ask("staff", "2");
    assertThat(asked(leave, "leader")).containsExactly("leader");
  }

  @Test
  void when_a_record_is_deleted_then_its_process_is_withdrawn() {
    var app = OfficeApp.published("bin", Designs.read("leave.process.json"));
    var leave = app.ask("staff", "2");
    As.user("admin").delete(app.at("/tables/leave/records/" + leave)).then().statusCode(204);
    assertThat(asked(leave, "leader")).isEmpty();
    assertThat(
            OfficeApp.box("staff", "started")
                .getString("items.find { it.record == '" + leave + "' }.state"))
        .isEqualTo("withdrawn");
  }

  @Test
  void when_a_delay_is_over_then_the_process_goes_on_by_itself() throws Exception {
    var app =
        OfficeApp.published(
            "delays",
            Chain.start()
                .then("pause", "delay", "{ \"for\": \"1s\" }")
                .then("until", "delay", "{ \"until\": \"=until\" }")
                .end());
    var leave = app.ask("staff", "1");
    assertThat(app.state(leave)).isEqualTo("asked");
    var end = Instant.now().plus(Duration.ofSeconds(15));
    while (!app.state(leave).equals("valid") && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }
    assertThat(app.state(leave)).isEqualTo("valid");
    assertThat(here("history where kind = 'updated' and record = ?", leave)).isEqualTo(2);
    assertThat(pool.getMetrics().activeCount()).isLessThan(10);
  }
}
