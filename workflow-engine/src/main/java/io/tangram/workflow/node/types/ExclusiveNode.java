package io.tangram.workflow.node.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.node.Json;
import io.tangram.workflow.node.NodeType;
import jakarta.inject.Singleton;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;

/** A condition: the first way whose {@code when} holds is taken, else the one without. */
@Singleton
final class ExclusiveNode implements NodeType<ExclusiveNode.Settings> {
  record Settings() {}

  @Override
  public String key() {
    return "exclusive";
  }

  @Override
  public ObjectNode schema() {
    return Json.object(
        """
        { "type": "object", "additionalProperties": false, "properties": {} }\
        """);
  }

  @Override
  public Settings read(ObjectNode settings) {
    return new Settings();
  }

  @Override
  public boolean chooses() {
    return true;
  }

  @Override
  public FlowNode toBpmn(NodeDef node, Settings settings) {
    return new ExclusiveGateway();
  }
}
