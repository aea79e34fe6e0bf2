package io.tangram.workflow.node.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.formula.ValueType;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.definition.Span;
import io.tangram.workflow.node.Json;
import io.tangram.workflow.node.NodeCheck;
import io.tangram.workflow.node.NodeRun;
import io.tangram.workflow.node.NodeType;
import jakarta.inject.Singleton;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.IntermediateCatchEvent;
import org.flowable.bpmn.model.TimerEventDefinition;

/**
 * The process waits: for a length of time ({@code for}), or until a moment of the record ({@code
 * until}, a formula; a moment that is past or empty does not hold it up). The timer is Flowable's:
 * kept in the database, done once, by whichever node is alive.
 */
@Singleton
final class DelayNode implements NodeType<DelayNode.Settings> {
  /** One of the two is missing. */
  record Settings(JsonNode length, JsonNode until) {}

  @Override
  public String key() {
    return "delay";
  }

  @Override
  public ObjectNode schema() {
    return Json.object(
        """
        { "type": "object", "additionalProperties": false,
          "properties": {
            "for": { "type": "string", "pattern": "^[1-9][0-9]{0,5}(s|min|h|d|w|mo)$" },
            "until": { "type": "string", "pattern": "^=" } } }\
        """);
  }

  @Override
  public Settings read(ObjectNode settings) {
    return new Settings(settings.path("for"), settings.path("until"));
  }

  @Override
  public void check(NodeDef node, Settings settings, NodeCheck check) {
    if (settings.length().isMissingNode() == settings.until().isMissingNode()) {
      check.fault("", "process.delay.one");
    }
    if (!settings.until().isMissingNode()) {
      check.formula(settings.until(), ValueType.DATETIME, "/until");
    }
  }

  @Override
  public boolean mayRest() {
    return true;
  }

  @Override
  public FlowNode toBpmn(NodeDef node, Settings settings) {
    var timer = new TimerEventDefinition();
    if (settings.until().isMissingNode()) {
      timer.setTimeDuration(Span.parse(settings.length().asText()).map(Span::iso).orElse("PT0S"));
    } else {
      timer.setTimeDate("${moments.of(execution)}");
    }
    var event = new IntermediateCatchEvent();
    event.addEventDefinition(timer);
    return event;
  }

  @Override
  public boolean reached(NodeRun run, Settings settings) {
    return true;
  }
}
