package io.tangram.workflow.node.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.definition.ProcessReader;
import io.tangram.workflow.node.Json;
import io.tangram.workflow.node.NodeRun;
import io.tangram.workflow.node.NodeRun.Result;
import io.tangram.workflow.node.NodeType;
import jakarta.inject.Singleton;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.FlowNode;

/** Where a process ends: approved, unless its settings say that this way ends in a refusal. */
@Singleton
final class EndNode implements NodeType<EndNode.Settings> {
  record Settings(Result result) {}

  @Override
  public String key() {
    return "end";
  }

  @Override
  public ObjectNode schema() {
    return Json.object(
        """
        { "type": "object", "additionalProperties": false,
          "properties": { "result": { "enum": ["approved", "refused"] } } }\
        """);
  }

  @Override
  public Settings read(ObjectNode settings) {
    return new Settings(ProcessReader.word(Result.class, settings.path("result"), Result.APPROVED));
  }

  @Override
  public Place place() {
    return Place.LAST;
  }

  @Override
  public FlowNode toBpmn(NodeDef node, Settings settings) {
    return new EndEvent();
  }

  @Override
  public boolean reached(NodeRun run, Settings settings) {
    run.finish(settings.result());
    return false;
  }
}
