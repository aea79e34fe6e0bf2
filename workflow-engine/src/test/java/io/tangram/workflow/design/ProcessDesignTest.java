package io.tangram.workflow.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.Label;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.metadata.TableDef.Exports;
import io.tangram.core.metadata.TableDef.Lifecycle;
import io.tangram.core.metadata.TableDef.State;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.core.problem.Violations;
import io.tangram.workflow.Designs;
import io.tangram.workflow.definition.ProcessReader;
import io.tangram.workflow.node.Json;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProcessDesignTest {
  @Inject ProcessDesign design;

  final ObjectNode document = Designs.read("leave.process.json");

  static AppVersion version() {
    var table =
        new TableDef(
            "leave",
            Label.of("请假"),
            "reason",
            List.of(
                FieldDef.plain("reason", "text"),
                FieldDef.plain("days", "number"),
                FieldDef.plain("person", "person")),
            List.of(),
            new Lifecycle(
                Stream.of("draft", "asked", "valid", "refused")
                    .map(ProcessDesignTest::state)
                    .toList(),
                List.of()),
            List.of(),
            List.of(),
            Exports.NOTHING);
    return new AppVersion("office", 0, Map.of(), Map.of(TableDef.class, Map.of("leave", table)));
  }

  static State state(String key) {
    return new State(key, Label.of(key), Optional.empty(), List.of(), List.of(), Map.of());
  }

  List<String> faults() {
    var violations = new Violations();
    design.check(ProcessReader.read("leave", document), version(), violations);
    return violations.list().stream().map(v -> v.pointer() + " " + v.code()).toList();
  }

  long breaksSchema() {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(design.schema())
        .validate(document)
        .size();
  }

  ObjectNode settings(int node) {
    return (ObjectNode) document.at("/nodes/" + node + "/settings");
  }

  @Test
  void a_sound_process_fits_schema_and_check() {
    assertThat(breaksSchema()).isZero();
    assertThat(faults()).isEmpty();
  }

  @Test
  void an_unknown_member_a_strange_node_and_settings_of_later_are_refused_by_the_schema() {
    settings(1).put("deadline", "1d");
    assertThat(breaksSchema()).isEqualTo(1);
    ((ObjectNode) document.at("/nodes/2")).put("type", "parallel");
    assertThat(breaksSchema()).isEqualTo(2);
    document.put("colour", "red");
    assertThat(breaksSchema()).isEqualTo(3);
  }

  @Test
  void a_node_without_an_approver_is_named() {
    settings(1).remove("who");
    settings(3).putArray("who");
    assertThat(faults())
        .containsExactly(
            "/nodes/1/settings/who process.who.missing",
            "/nodes/3/settings/who process.who.missing");
  }

  @Test
  void a_state_that_is_not_there_is_named_wherever_it_stands() {
    settings(0).put("state", "gone");
    document.withObject("/results").put("approved", "gone");
    assertThat(faults())
        .containsExactly(
            "/results/approved process.state", "/nodes/0/settings/state process.state");
  }

  @Test
  void conditions_are_checked_like_all_formulas() {
    ((ObjectNode) document.at("/flows/2")).put("when", "holidays > 3");
    assertThat(faults()).containsExactly("/flows/2/when formula.reference");
    ((ObjectNode) document.at("/flows/2")).put("when", "days +");
    assertThat(faults()).containsExactly("/flows/2/when formula.unexpected");
    ((ObjectNode) document.at("/flows/2")).put("when", "days + 1");
    assertThat(faults()).containsExactly("/flows/2/when formula.result");
    ((ObjectNode) document.at("/flows/2")).put("when", "(".repeat(200) + "1" + ")".repeat(200));
    assertThat(faults()).containsExactly("/flows/2/when formula.deep");
  }

  @Test
  void who_entries_are_checked_one_by_one() {
    settings(1)
        .putArray("who")
        .add(Json.object().put("magic", "x"))
        .add(Json.object().put("leader", "=$starter").put("level", 0))
        .add(Json.object().put("field", "days"))
        .add(Json.object().put("leader", "=$nobody"))
        .add(Json.object().put("field", "owner"))
        .add(Json.object().put("field", "person"))
        .add(Json.object().put("role", "hr").put("colour", "red"))
        .add(Json.object().put("done_by", "nowhere"));
    assertThat(faults())
        .containsExactly(
            "/nodes/1/settings/who/0 process.who.unknown",
            "/nodes/1/settings/who/1/level process.who.level",
            "/nodes/1/settings/who/2/field process.who.person",
            "/nodes/1/settings/who/3/leader formula.reference",
            "/nodes/1/settings/who/6/colour process.who.word",
            "/nodes/1/settings/who/7/done_by process.who.node");
  }

  @Test
  void a_process_of_no_table_says_so() {
    document.put("table", "gone");
    assertThat(faults()).containsExactly("/table process.table");
  }
}
