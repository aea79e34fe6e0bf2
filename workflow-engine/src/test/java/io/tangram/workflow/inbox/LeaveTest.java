package io.tangram.workflow.inbox;

import static io.tangram.workflow.OfficeApp.act;
import static io.tangram.workflow.OfficeApp.asked;
import static io.tangram.workflow.OfficeApp.box;
import static io.tangram.workflow.OfficeApp.does;
import static io.tangram.workflow.OfficeApp.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.workflow.Designs;
import io.tangram.workflow.OfficeApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Start → leader → (days > 3: head of the department) → HR. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LeaveTest {
  static OfficeApp office;

  static synchronized OfficeApp office() {
    if (office == null) {
      office = OfficeApp.published("office", Designs.read("leave.process.json"));
    }
    return office;
  }

  @Test
  void a_short_leave_goes_to_the_leader_then_to_hr_and_is_valid() {
    var leave = office().ask("staff", "2");
    assertThat(office().state(leave)).isEqualTo("asked");
    assertThat(asked(leave, "leader", "head", "hr")).containsExactly("leader");
    does("leader", leave, "approve");
    assertThat(asked(leave, "leader", "head", "hr")).containsExactly("hr");
    does("hr", leave, "approve");
    assertThat(office().state(leave)).isEqualTo("valid");
    assertThat(asked(leave, "leader", "head", "hr")).isEmpty();
  }

  @Test
  void the_answer_to_a_submission_shows_the_state_the_process_has_set() {
    assertThat(office().send("staff", "2").<Object>path("record.state")).isEqualTo("asked");
  }

  @Test
  void a_long_leave_needs_the_head_of_the_department_too() {
    var leave = office().ask("staff", "3.5");
    does("leader", leave, "approve");
    assertThat(asked(leave, "leader", "head", "hr")).containsExactly("head");
    does("head", leave, "approve");
    does("hr", leave, "approve");
    assertThat(office().state(leave)).isEqualTo("valid");
  }

  @Test
  void a_refusal_ends_it_and_the_record_says_so() {
    var leave = office().ask("staff", "9");
    does("leader", leave, "approve");
    does("head", leave, "reject");
    assertThat(office().state(leave)).isEqualTo("refused");
    assertThat(asked(leave, "leader", "head", "hr")).isEmpty();
    var line = "items.find { it.record == '" + leave + "' }";
    assertThat(box("staff", "started").getString(line + ".state")).isEqualTo("refused");
    assertThat(box("head", "done").getString(line + ".result")).isEqualTo("rejected");
    assertThat(box("leader", "done").getString(line + ".result")).isEqualTo("approved");
  }

  @Test
  void once_approved_its_fields_are_locked() {
    var leave = office().ask("staff", "1");
    does("leader", leave, "approve");
    does("hr", leave, "approve");
    var version = office().record(leave).getInt("version");
    As.user("staff")
        .body(Map.of("version", version, "values", Map.of("days", "30")))
        .patch(office().at("/tables/leave/records/" + leave))
        .then()
        .statusCode(422);
    assertThat(office().record(leave).getString("values.days")).isEqualTo("1");
  }

  @Test
  void the_task_shows_the_record_and_what_happened() {
    var leave = office().ask("staff", "2");
    does("leader", leave, "approve");
    var shown = As.user("hr").get("/api/tasks/" + task("hr", leave)).jsonPath();
    assertThat(shown.getList("actions")).containsExactly("approve", "reject");
    assertThat(shown.getString("record.values.reason")).isEqualTo("回家");
    assertThat(shown.getString("form")).isEqualTo("leave");
    assertThat(shown.getString("nodeLabel")).isEqualTo("人事");
    assertThat(shown.getString("appLabel")).isEqualTo("行政");
    assertThat(shown.getList("timeline.act")).containsExactly("started", "approved", "waiting");
    assertThat(shown.getList("timeline.comment")).containsExactly(null, "看过了", null);
    var all =
        As.user("staff")
            .get(office().at("/tables/leave/records/" + leave + "/timeline"))
            .jsonPath();
    assertThat(all.getList("instances.state")).containsExactly("running");
    assertThat(all.getList("instances[0].timeline.act"))
        .containsExactly("started", "approved", "waiting");
  }

  @Test
  void the_approver_may_read_the_record_and_others_may_not() {
    var leave = office().ask("staff", "2");
    var path = office().at("/tables/leave/records/" + leave);
    As.user("leader").get(path).then().statusCode(200);
    As.user("hr").get(path).then().statusCode(404);
    As.user("hr").get(path + "/timeline").then().statusCode(404);
    As.user("hr").get("/api/tasks/" + task("leader", leave)).then().statusCode(404);
    assertThat(act("hr", task("leader", leave), "approve", "").statusCode()).isEqualTo(404);
  }

  @Test
  void the_same_act_again_answers_the_same_and_the_other_one_is_late() {
    var leave = office().ask("staff", "2");
    var id = task("leader", leave);
    assertThat(act("leader", id, "approve", "好").path("result").toString()).isEqualTo("approved");
    assertThat(act("leader", id, "approve", "好").path("result").toString()).isEqualTo("approved");
    var late = act("leader", id, "reject", "不");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.path("type").toString()).isEqualTo("task-done");
    assertThat(asked(leave, "hr")).containsExactly("hr");
  }

  @Test
  void two_clicks_at_once_complete_one_task() throws Exception {
    for (var round = 0; round < 5; round++) {
      var leave = office().ask("staff", "2");
      var id = task("leader", leave);
      assertThat(together(8, () -> act("leader", id, "approve", "好").statusCode()))
          .containsOnly(200);
      var acts =
          As.user("leader")
              .get("/api/tasks/" + id)
              .jsonPath()
              .getList("timeline.act", String.class);
      assertThat(acts).containsExactly("started", "approved", "waiting");
    }
  }

  @Test
  void of_approve_and_reject_at_once_one_wins() throws Exception {
    var leave = office().ask("staff", "2");
    var id = task("leader", leave);
    var answers = new ArrayList<Integer>();
    var threads = Executors.newFixedThreadPool(2);
    try {
      var yes = threads.submit(() -> act("leader", id, "approve", "").statusCode());
      var no = threads.submit(() -> act("leader", id, "reject", "").statusCode());
      answers.addAll(List.of(yes.get(), no.get()));
    } finally {
      threads.shutdown();
    }
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
  }

  static <T> List<T> together(int times, Callable<T> work) throws Exception {
    var threads = Executors.newFixedThreadPool(times);
    try {
      var all = new ArrayList<T>();
      for (var future : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
        all.add(future.get());
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void the_starter_may_take_it_back_until_somebody_has_answered() {
    var leave = office().ask("staff", "2");
    var mine = box("staff", "started").getString("items.find { it.record == '" + leave + "' }.id");
    assertThat(As.user("staff").get("/api/tasks/" + mine).jsonPath().getList("actions"))
        .containsExactly("recall");
    assertThat(act("leader", mine, "recall", "").statusCode()).isEqualTo(404);
    assertThat(act("staff", mine, "recall", "写错了").statusCode()).isEqualTo(200);
    assertThat(office().state(leave)).isEqualTo("draft");
    assertThat(asked(leave, "leader")).isEmpty();
    var other = office().ask("staff", "2");
    does("leader", other, "approve");
    var second =
        box("staff", "started").getString("items.find { it.record == '" + other + "' }.id");
    assertThat(act("staff", second, "recall", "").statusCode()).isEqualTo(409);
  }

  @Test
  void bad_input_is_answered_and_changes_nothing() {
    var leave = office().ask("staff", "2");
    var id = task("leader", leave);
    var leader = "/api/tasks/" + id;
    As.user("leader").body("{\"comment\":").post(leader + "/approve").then().statusCode(400);
    As.user("leader").body("{\"comment\":7}").post(leader + "/approve").then().statusCode(422);
    As.user("leader").body("{\"colour\":1}").post(leader + "/approve").then().statusCode(422);
    As.user("leader").body("{\"values\":[]}").post(leader + "/approve").then().statusCode(422);
    As.user("leader")
        .body(Map.of("comment", "长".repeat(2001)))
        .post(leader + "/approve")
        .then()
        .statusCode(422);
    As.user("leader")
        .body(Map.of("values", Map.of("days", "1")))
        .post(leader + "/approve")
        .then()
        .statusCode(422);
    As.user("leader").get("/api/tasks?box=nothing").then().statusCode(422);
    As.user("leader").get("/api/tasks?limit=x").then().statusCode(422);
    As.user("leader").get("/api/tasks?after=x").then().statusCode(400);
    As.user("leader").get("/api/tasks/x").then().statusCode(404);
    As.user("leader").get("/api/tasks/" + UUID.randomUUID()).then().statusCode(404);
    As.user("leader").body("{}").post("/api/tasks/" + id + "/juggle").then().statusCode(404);
    assertThat(asked(leave, "leader")).containsExactly("leader");
    var plain = As.user("leader").body("{}").post(leader + "/approve");
    assertThat(plain.statusCode()).as(plain.asString()).isEqualTo(200);
  }

  @Test
  void boxes_are_paged() {
    for (var i = 0; i < 3; i++) {
      office().ask("staff", "1");
    }
    var first = As.user("leader").get("/api/tasks?limit=2").jsonPath();
    assertThat(first.getList("items")).hasSize(2);
    var second =
        As.user("leader").get("/api/tasks?limit=2&after=" + first.getString("next")).jsonPath();
    assertThat(second.getList("items.id", String.class))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(first.getList("items.id", String.class));
  }
}
