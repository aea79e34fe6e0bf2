package io.tangram.workflow.node.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.definition.ProcessReader;
import io.tangram.workflow.node.Json;
import io.tangram.workflow.node.NodeCheck;
import io.tangram.workflow.node.NodeRun;
import io.tangram.workflow.node.NodeType;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.StartEvent;

/** Where a process begins; may let the record enter a state. */
@Singleton
final class StartNode implements NodeType<StartNode.Settings> {
  record Settings(Optional<String> state) {}

  @Override
  public String key() {
    return "start";
  }

  @Override
  public ObjectNode schema() {
    return Json.object(
        """
        { "type": "object", "additionalProperties": false,
          "properties": { "state": { "type": "string" } } }\
        """);
  }

  @Override
  public Settings read(ObjectNode settings) {
    return new Settings(ProcessReader.text(settings, "state"));
  }

  @Override
  public Place place() {
    return Place.FIRST;
  }

  @Override
  public void check(NodeDef node, Settings settings, NodeCheck check) {
    settings.state().ifPresent(state -> check.state(TextNode.valueOf(state), "/state"));
  }

  @Override
  public FlowNode toBpmn(NodeDef node, Settings settings) {
    return new StartEvent();
  }

  @Override
  public boolean reached(NodeRun run, Settings settings) {
    run.enter(settings.state());
    return false;
  }
}
