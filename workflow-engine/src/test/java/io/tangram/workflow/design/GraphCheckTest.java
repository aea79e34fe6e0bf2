package io.tangram.workflow.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.problem.Violation;
import io.tangram.core.problem.Violations;
import io.tangram.workflow.Designs;
import io.tangram.workflow.definition.ProcessReader;
import io.tangram.workflow.node.Json;
import io.tangram.workflow.node.types.AllNodeTypes;
import java.util.List;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GraphCheckTest {
  static BoundProcess bound(ObjectNode document) {
    return BoundProcess.bind(ProcessReader.read("leave", document), AllNodeTypes.types());
  }

  static List<String> faults(ObjectNode document) {
    var violations = new Violations();
    new GraphCheck(bound(document), violations).run();
    return violations.list().stream().map(Violation::code).toList();
  }

  static ObjectNode flow(String id, String from, String to) {
    return Json.object().put("id", id).put("from", from).put("to", to);
  }

  @Nested
  class given_a_sound_process {
    final ObjectNode document = Designs.read("leave.process.json");

    @Test
    void then_nothing_is_found() {
      assertThat(faults(document)).isEmpty();
    }

    @Test
    void when_it_is_compiled_then_bpmn_shows_the_same_graph() {
      var model = BpmnCompiler.compile("office", bound(document));
      var xml =
          new String(
              new BpmnXMLConverter().convertToXML(model), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(model.getMainProcess().getId()).isEqualTo("office.leave");
      assertThat(xml)
          .contains("<userTask id=\"leader\" name=\"直接主管\"", "<exclusiveGateway id=\"long\"")
          .contains("sourceRef=\"long\" targetRef=\"head\"");
    }

    @Test
    void when_the_default_way_gets_a_condition_then_the_gateway_has_none() {
      ((ObjectNode) document.at("/flows/3")).put("when", "days < 2");
      assertThat(faults(document)).containsExactly("process.exclusive.default");
    }

    @Test
    void when_there_are_two_defaults_then_it_is_refused() {
      ((ObjectNode) document.at("/flows/2")).remove("when");
      assertThat(faults(document)).containsExactly("process.exclusive.default");
    }

    @Test
    void when_a_flow_leads_nowhere_then_it_is_named() {
      ((ObjectNode) document.at("/flows/5")).put("to", "gone");
      assertThat(faults(document)).contains("process.flow.nowhere");
    }

    @Test
    void when_a_node_cannot_be_reached_then_it_is_named() {
      document.withArray("/flows").remove(2);
      assertThat(faults(document)).containsExactly("process.node.unreached");
    }

    @Test
    void when_a_node_has_no_way_on_then_it_is_named() {
      document.withArray("/flows").remove(4);
      assertThat(faults(document)).contains("process.node.no-way");
    }

    @Test
    void when_it_has_a_second_start_then_it_is_refused() {
      document.withArray("/nodes").add(Json.object().put("id", "again").put("type", "start"));
      document.withArray("/flows").add(flow("f7", "again", "yes"));
      assertThat(faults(document)).containsExactly("process.start.twice");
    }

    @Test
    void when_conditions_go_round_in_a_circle_then_it_is_refused() {
      document.withArray("/nodes").add(Json.object().put("id", "again").put("type", "exclusive"));
      ((ObjectNode) document.at("/flows/3")).put("to", "again");
      document.withArray("/flows").add(flow("f7", "again", "long"));
      document.withArray("/flows").add(flow("f8", "again", "hr").put("when", "days = 1"));
      assertThat(faults(document)).containsExactly("process.node.endless");
    }

    @Test
    void when_a_refusal_leads_back_to_a_person_then_that_is_a_way() {
      document.withArray("/flows").add(flow("f7", "hr", "leader").put("on", "refused"));
      assertThat(faults(document)).isEmpty();
    }

    @Test
    void when_a_condition_stands_behind_a_person_then_it_is_refused() {
      ((ObjectNode) document.at("/flows/1")).put("when", "days > 1");
      assertThat(faults(document)).containsExactly("process.flow.when");
    }

    @Test
    void when_an_id_is_used_twice_then_it_is_named() {
      ((ObjectNode) document.at("/flows/1")).put("id", "leader");
      assertThat(faults(document)).containsExactly("process.id.twice");
    }
  }
}
