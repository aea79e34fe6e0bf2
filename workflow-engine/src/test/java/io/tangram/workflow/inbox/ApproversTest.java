package io.tangram.workflow.inbox;

import static io.tangram.workflow.OfficeApp.asked;
import static io.tangram.workflow.OfficeApp.does;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.workflow.Chain;
import io.tangram.workflow.OfficeApp;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ApproversTest {
  static final String[] FINANCE = {"shenruolan", "jiangmin", "caiyunfei"};
  static final String BY_FINANCE = "{ \"who\": [{ \"role\": \"finance\" }], \"answer\": \"%s\" }";
  static OfficeApp app;

  @BeforeEach
  void one_app_for_all() {
    if (app == null) {
      app = OfficeApp.published("approvers", Chain.start().approve("a", leader()).end());
    }
  }

  static String leader() {
    return "{ \"leader\": \"=$starter\" }";
  }

  static void runs(ObjectNode process) {
    app.put(Map.of("processes/leave.json", process));
    app.publish(200);
  }

  static UUID finance(String answer) {
    runs(Chain.start().then("money", "approve", BY_FINANCE.formatted(answer)).end());
    return app.ask("staff", "1");
  }

  static String id(String username) {
    return As.user("admin")
        .get("/api/org/users?search=" + username)
        .path("items.find { it.username == '" + username + "' }.id");
  }

  @Nested
  class given_three_people_are_asked {
    @Test
    void when_the_first_answer_decides_then_the_others_have_nothing_to_do() {
      var leave = finance("first");
      assertThat(asked(leave, FINANCE)).containsExactly(FINANCE);
      does("jiangmin", leave, "reject");
      assertThat(app.state(leave)).isEqualTo("refused");
      assertThat(asked(leave, FINANCE)).isEmpty();
    }

    @Test
    void when_any_may_agree_then_all_have_to_refuse() {
      var leave = finance("any");
      does("jiangmin", leave, "reject");
      does("caiyunfei", leave, "reject");
      assertThat(app.state(leave)).isEqualTo("asked");
      does("shenruolan", leave, "approve");
      assertThat(app.state(leave)).isEqualTo("valid");
    }

    @Test
    void when_all_must_agree_then_the_last_one_completes_it() {
      var leave = finance("all");
      does("jiangmin", leave, "approve");
      does("caiyunfei", leave, "approve");
      assertThat(app.state(leave)).isEqualTo("asked");
      does("shenruolan", leave, "approve");
      assertThat(app.state(leave)).isEqualTo("valid");
    }

    @Test
    void when_they_answer_in_turn_then_one_is_asked_at_a_time() {
      var leave = finance("in_turn");
      for (var i = 0; i < 3; i++) {
        assertThat(asked(leave, FINANCE)).hasSize(1);
        does(asked(leave, FINANCE).get(0), leave, "approve");
      }
      assertThat(app.state(leave)).isEqualTo("valid");
    }

    @Test
    void when_all_answer_at_once_then_it_is_decided_once() throws Exception {
      var leave = finance("all");
      var threads = java.util.concurrent.Executors.newFixedThreadPool(3);
      try {
        var acts =
            java.util.Arrays.stream(FINANCE)
                .map(
                    who ->
                        threads.submit(
                            () ->
                                OfficeApp.act(who, OfficeApp.task(who, leave), "approve", "")
                                    .statusCode()))
                .toList();
        for (var act : acts) {
          assertThat(act.get()).isEqualTo(200);
        }
      } finally {
        threads.shutdown();
      }
      assertThat(app.state(leave)).isEqualTo("valid");
    }
  }

  @Nested
  class given_nobody_is_found {
    static final String NOBODY = "{ \"role\": \"nobody_has_it\" }";

    @Test
    void then_the_one_who_made_the_app_decides() {
      runs(Chain.start().approve("a", NOBODY).end());
      var leave = app.ask("staff", "1");
      assertThat(asked(leave, "leader", "admin")).containsExactly("admin");
    }

    @Test
    void when_the_options_name_somebody_then_they_do() {
      runs(
          Chain.start()
              .options("{ \"no_approver\": [{ \"role\": \"hr\" }] }")
              .approve("a", NOBODY)
              .end());
      assertThat(asked(app.ask("staff", "1"), "admin", "hr")).containsExactly("hr");
    }

    @Test
    void when_the_options_say_up_then_the_starters_leader_does() {
      runs(Chain.start().options("{ \"no_approver\": \"up\" }").approve("a", NOBODY).end());
      assertThat(asked(app.ask("staff", "1"), "admin", "leader")).containsExactly("leader");
    }

    @Test
    void when_the_options_refuse_then_nothing_is_sent_in() {
      runs(Chain.start().options("{ \"no_approver\": \"refuse\" }").approve("a", NOBODY).end());
      var before = records();
      var answer = app.send("staff", "1");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.path("type").toString()).isEqualTo("approver-missing");
      assertThat(answer.path("detail").toString()).contains("审批");
      assertThat(records()).isEqualTo(before);
    }

    static int records() {
      return As.user("staff")
          .get(app.at("/tables/leave/records?limit=1000"))
          .jsonPath()
          .getList("records")
          .size();
    }
  }

  @Nested
  class given_different_ways_to_name_people {
    @Test
    void then_heads_of_units_positions_fields_and_formulas_find_them() {
      runs(
          Chain.start()
              .approve("head", "{ \"head\": \"=$starter.department\", \"level\": 1 }")
              .approve("leaders", "{ \"leaders\": \"=$starter\", \"from\": 3 }")
              .approve("position", "{ \"position\": \"出纳\", \"in\": \"=$starter.company\" }")
              .approve("field", "{ \"field\": \"deputy\" }")
              .approve("formula", "{ \"formula\": \"IF(days > 1, deputy, owner)\" }")
              .approve("again", "{ \"done_by\": \"position\" }")
              .end());
      var sent =
          As.user("staff")
              .body(Map.of("values", Map.of("reason", "回家", "days", "1", "deputy", id("mayichen"))))
              .post(app.at("/forms/leave/submissions"));
      assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
      var leave = UUID.fromString(sent.path("record.id"));
      for (var who :
          new String[] {"head", "gaozhiyuan", "caiyunfei", "mayichen", "staff", "caiyunfei"}) {
        does(who, leave, "approve");
      }
      assertThat(app.state(leave)).isEqualTo("valid");
    }

    @Test
    void then_leaders_in_turn_climb_to_the_head_of_the_department() {
      runs(
          Chain.start()
              .then(
                  "up",
                  "approve",
                  "{ \"who\": [{ \"leaders\": \"=$starter\", \"to\": \"department\" }],"
                      + " \"answer\": \"in_turn\" }")
              .end());
      var leave = app.ask("staff", "1");
      does("leader", leave, "approve");
      does("head", leave, "approve");
      assertThat(app.state(leave)).isEqualTo("valid");
    }
  }

  @Nested
  class given_the_starter_is_among_the_approvers {
    static final String OWNER = "{ \"field\": \"owner\" }";

    @Test
    void then_they_decide_themselves_unless_the_options_say_otherwise() {
      runs(Chain.start().approve("a", OWNER).end());
      assertThat(asked(app.ask("staff", "1"), "staff", "leader")).containsExactly("staff");
    }

    @Test
    void when_they_are_passed_over_then_the_process_goes_on() {
      runs(
          Chain.start()
              .options("{ \"starter_is_approver\": \"skip\" }")
              .approve("a", OWNER)
              .approve("b", leader())
              .end());
      assertThat(asked(app.ask("staff", "1"), "staff", "leader")).containsExactly("leader");
    }

    @Test
    void when_it_goes_up_then_their_leader_decides() {
      runs(Chain.start().options("{ \"starter_is_approver\": \"up\" }").approve("a", OWNER).end());
      assertThat(asked(app.ask("staff", "1"), "staff", "leader")).containsExactly("leader");
    }

    @Test
    void when_who_agreed_before_is_asked_once_then_the_second_node_is_passed() {
      runs(
          Chain.start()
              .options("{ \"same_approver\": \"once\" }")
              .approve("a", leader())
              .approve("b", leader())
              .end());
      var leave = app.ask("staff", "1");
      does("leader", leave, "approve");
      assertThat(app.state(leave)).isEqualTo("valid");
    }
  }

  @Nested
  class given_a_node_with_fields_to_fill {
    @Test
    void then_only_these_can_be_filled_and_what_is_required_must_be() {
      runs(
          Chain.start()
              .then(
                  "hr", "approve", "{ \"who\": [{ \"role\": \"hr\" }], \"requires\": [\"note\"] }")
              .end());
      var leave = app.ask("staff", "1");
      var task = "/api/tasks/" + OfficeApp.task("hr", leave);
      assertThat(As.user("hr").get(task).jsonPath().getList("writes")).containsExactly("note");
      var empty = As.user("hr").body(Map.of()).post(task + "/approve");
      assertThat(empty.statusCode()).isEqualTo(422);
      assertThat(empty.path("violations[0].pointer").toString()).isEqualTo("/values/note");
      assertThat(empty.path("violations[0].message").toString()).contains("人事备注");
      As.user("hr")
          .body(Map.of("values", Map.of("note", "年假 5 天")))
          .post(task + "/approve")
          .then()
          .statusCode(200);
      assertThat(app.record(leave).getString("values.note")).isEqualTo("年假 5 天");
      assertThat(app.state(leave)).isEqualTo("valid");
    }
  }

  @Nested
  class given_somebody_gets_a_copy {
    @Test
    void then_it_lies_in_their_box_and_they_may_read_the_record() {
      runs(Chain.start().then("copy", "cc", "{ \"who\": [{ \"role\": \"hr\" }] }").end());
      var leave = app.ask("staff", "1");
      assertThat(app.state(leave)).isEqualTo("valid");
      assertThat(OfficeApp.box("hr", "cc").getList("items.record")).contains(leave.toString());
      assertThat(asked(leave, "hr")).isEmpty();
      As.user("hr").get(app.at("/tables/leave/records/" + leave)).then().statusCode(200);
    }
  }
}
