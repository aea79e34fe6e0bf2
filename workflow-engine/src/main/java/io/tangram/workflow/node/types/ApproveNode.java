package io.tangram.workflow.node.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.definition.ProcessReader;
import io.tangram.workflow.node.HumanNode;
import io.tangram.workflow.node.Json;
import io.tangram.workflow.node.NodeCheck;
import io.tangram.workflow.node.NodeRun;
import io.tangram.workflow.node.NodeRun.Answer;
import io.tangram.workflow.node.NodeType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.UserTask;

/** People agree or refuse; where nothing is said, the first answer of those asked decides. */
@Singleton
final class ApproveNode implements NodeType<ApproveNode.Settings>, HumanNode<ApproveNode.Settings> {
  /**
   * @param writes fields the approver may fill while agreeing; {@code requires} are those that must
   *     not be empty then
   */
  record Settings(
      List<JsonNode> who,
      Answer answer,
      Optional<String> state,
      List<String> writes,
      List<String> requires) {}

  @Override
  public String key() {
    return "approve";
  }

  @Override
  public ObjectNode schema() {
    return Json.object(
        """
        { "type": "object", "additionalProperties": false,
          "properties": {
            "who": { "type": "array", "items": { "type": "object" } },
            "answer": { "enum": ["first", "any", "all", "in_turn"] },
            "state": { "type": "string" },
            "writes": { "type": "array", "items": { "type": "string" }, "uniqueItems": true },
            "requires": { "type": "array", "items": { "type": "string" }, "uniqueItems": true } } }\
        """);
  }

  @Override
  public Settings read(ObjectNode settings) {
    return new Settings(
        ProcessReader.list(settings.path("who"), entry -> entry),
        ProcessReader.word(Answer.class, settings.path("answer"), Answer.FIRST),
        ProcessReader.text(settings, "state"),
        ProcessReader.texts(settings.path("writes")),
        ProcessReader.texts(settings.path("requires")));
  }

  @Override
  public void check(NodeDef node, Settings settings, NodeCheck check) {
    check.who(settings.who(), "/who");
    settings.state().ifPresent(state -> check.state(TextNode.valueOf(state), "/state"));
    check.fields(settings.writes(), "/writes");
    check.fields(settings.requires(), "/requires");
  }

  @Override
  public Set<String> outcomes() {
    return Set.of(FlowDef.DONE, FlowDef.REFUSED);
  }

  @Override
  public boolean mayRest() {
    return true;
  }

  @Override
  public FlowNode toBpmn(NodeDef node, Settings settings) {
    return new UserTask();
  }

  @Override
  public boolean reached(NodeRun run, Settings settings) {
    run.enter(settings.state());
    return run.ask(settings.who(), settings.answer());
  }

  @Override
  public Answer answer(Settings settings) {
    return settings.answer();
  }

  @Override
  public List<String> writes(Settings settings) {
    return settings.writes();
  }

  @Override
  public List<String> requires(Settings settings) {
    return settings.requires();
  }
}
