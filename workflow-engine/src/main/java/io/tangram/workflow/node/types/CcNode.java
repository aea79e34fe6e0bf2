package io.tangram.workflow.node.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.definition.ProcessReader;
import io.tangram.workflow.node.Json;
import io.tangram.workflow.node.NodeCheck;
import io.tangram.workflow.node.NodeRun;
import io.tangram.workflow.node.NodeType;
import jakarta.inject.Singleton;
import java.util.List;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.ImplementationType;
import org.flowable.bpmn.model.ServiceTask;

/** People get a copy; the process does not wait for them, nor for there being any. */
@Singleton
final class CcNode implements NodeType<CcNode.Settings> {
  record Settings(List<JsonNode> who) {}

  @Override
  public String key() {
    return "cc";
  }

  @Override
  public ObjectNode schema() {
    return Json.object(
        """
        { "type": "object", "additionalProperties": false,
          "properties": { "who": { "type": "array", "items": { "type": "object" } } } }\
        """);
  }

  @Override
  public Settings read(ObjectNode settings) {
    return new Settings(ProcessReader.list(settings.path("who"), entry -> entry));
  }

  @Override
  public void check(NodeDef node, Settings settings, NodeCheck check) {
    check.who(settings.who(), "/who");
  }

  @Override
  public FlowNode toBpmn(NodeDef node, Settings settings) {
    var task = new ServiceTask();
    task.setImplementationType(ImplementationType.IMPLEMENTATION_TYPE_DELEGATEEXPRESSION);
    task.setImplementation("${reached}");
    return task;
  }

  @Override
  public boolean reached(NodeRun run, Settings settings) {
    run.inform(settings.who());
    return false;
  }
}
