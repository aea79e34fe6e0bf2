package io.tangram.workflow.design;

import io.tangram.workflow.definition.FlowDef;
import java.util.Optional;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;

/**
 * Turns a checked process into BPMN 2.0 of the same graph: node ids and flow ids stay what they
 * are. Conditions are not copied into it: the platform chooses the way out, by formulas over the
 * record.
 */
public final class BpmnCompiler {
  /** The end that a refusal leads to where the document shows it no way. */
  public static final String REFUSED_END = "_refused";

  private BpmnCompiler() {}

  /** BPMN's id of a process, the same through all versions: {@code office.leave}. */
  public static String id(String app, String process) {
    return app + "." + process;
  }

  public static BpmnModel compile(String app, BoundProcess bound) {
    var process = new Process();
    process.setId(id(app, bound.definition().key()));
    process.setName(bound.definition().label().toString());
    process.setExecutable(true);
    for (var node : bound.nodes()) {
      process.addFlowElement(element(node));
    }
    bound.definition().flows().forEach(flow -> connect(process, flow));
    endRefusals(process, bound);
    var model = new BpmnModel();
    model.setTargetNamespace("https://tangram.io/processes");
    model.addProcess(process);
    return model;
  }

  private static FlowNode element(BoundNode<?> node) {
    var element = node.toBpmn();
    element.setId(node.node().id());
    element.setName(node.node().label().toString());
    return element;
  }

  private static void endRefusals(Process process, BoundProcess bound) {
    var open =
        bound.nodes().stream()
            .filter(node -> node.type().outcomes().contains(FlowDef.REFUSED))
            .filter(node -> node.way(FlowDef.REFUSED).isEmpty())
            .toList();
    if (open.isEmpty()) {
      return;
    }
    var end = new EndEvent();
    end.setId(REFUSED_END);
    process.addFlowElement(end);
    for (var node : open) {
      connect(process, refusal(node.node().id()));
    }
  }

  /** The way that a refusal takes where the document shows it none. */
  public static FlowDef refusal(String node) {
    var none = Optional.<String>empty();
    return new FlowDef(
        REFUSED_END + "_" + node, node, REFUSED_END, none, FlowDef.REFUSED, Optional.empty());
  }

  private static void connect(Process process, FlowDef flow) {
    var sequence = new SequenceFlow(flow.from(), flow.to());
    sequence.setId(flow.id());
    flow.label().ifPresent(label -> sequence.setName(label.toString()));
    process.addFlowElement(sequence);
    ((FlowNode) process.getFlowElement(flow.from())).getOutgoingFlows().add(sequence);
    ((FlowNode) process.getFlowElement(flow.to())).getIncomingFlows().add(sequence);
  }
}
