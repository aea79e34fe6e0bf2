package io.tangram.workflow.design;

import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.node.HumanNode;
import io.tangram.workflow.node.NodeCheck;
import io.tangram.workflow.node.NodeRun;
import io.tangram.workflow.node.NodeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowable.bpmn.model.FlowNode;

/**
 * A node with its type, its settings as the type reads them, and its ways out.
 *
 * @param position index in the document's {@code nodes}
 */
public record BoundNode<S>(
    int position, NodeDef node, NodeType<S> type, S settings, List<FlowDef> out) {
  static <S> BoundNode<S> bind(int position, NodeDef node, NodeType<S> type, List<FlowDef> out) {
    return new BoundNode<>(position, node, type, type.read(node.settings()), out);
  }

  public boolean reached(NodeRun run) {
    return type.reached(run, settings);
  }

  void check(NodeCheck check) {
    type.check(node, settings, check);
  }

  FlowNode toBpmn() {
    return type.toBpmn(node, settings);
  }

  /** The way out for an outcome; empty where the document has none. */
  public Optional<FlowDef> way(String outcome) {
    return out.stream().filter(flow -> flow.on().equals(outcome)).findFirst();
  }

  /** What a node that people complete asks of them; empty for any other. */
  public Optional<Asked> asked() {
    if (!(type instanceof HumanNode<?>)) {
      return Optional.empty();
    }
    @SuppressWarnings("unchecked") // one class is both faces, so both have the same settings
    var human = (HumanNode<S>) type;
    return Optional.of(
        new Asked(human.answer(settings), human.writes(settings), human.requires(settings)));
  }

  /** How answers count, and which fields may and must be filled with them. */
  public record Asked(NodeRun.Answer answer, List<String> writes, List<String> requires) {
    /** All fields that may be filled: whoever must fill one, may. */
    public List<String> fills() {
      return Stream.concat(writes.stream(), requires.stream()).distinct().toList();
    }
  }
}
