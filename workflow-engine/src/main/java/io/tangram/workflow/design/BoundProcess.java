package io.tangram.workflow.design;

import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.definition.ProcessDef;
import io.tangram.workflow.node.NodeType.Place;
import io.tangram.workflow.node.NodeTypes;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A process whose nodes know their types. Made once per version; nodes of unknown types are left
 * out, which only happens while a design is checked.
 */
public final class BoundProcess {
  private final ProcessDef definition;
  private final Map<String, BoundNode<?>> nodes;
  private final Map<String, FlowDef> flows;

  private BoundProcess(
      ProcessDef definition, Map<String, BoundNode<?>> nodes, Map<String, FlowDef> flows) {
    this.definition = definition;
    this.nodes = Collections.unmodifiableMap(nodes);
    this.flows = Collections.unmodifiableMap(flows);
  }

  public static BoundProcess bind(ProcessDef process, NodeTypes types) {
    var nodes = new LinkedHashMap<String, BoundNode<?>>();
    for (var i = 0; i < process.nodes().size(); i++) {
      var position = i;
      var node = process.nodes().get(i);
      types
          .find(node.type())
          .ifPresent(
              type ->
                  nodes.putIfAbsent(
                      node.id(), BoundNode.bind(position, node, type, process.waysOut(node.id()))));
    }
    var flows = new LinkedHashMap<String, FlowDef>();
    process.flows().forEach(flow -> flows.putIfAbsent(flow.id(), flow));
    return new BoundProcess(process, nodes, flows);
  }

  public ProcessDef definition() {
    return definition;
  }

  public Collection<BoundNode<?>> nodes() {
    return nodes.values();
  }

  public Optional<BoundNode<?>> find(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** A node of a published process. */
  public BoundNode<?> node(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalStateException(definition.key() + " has no node " + id));
  }

  public Optional<FlowDef> flow(String id) {
    return Optional.ofNullable(flows.get(id));
  }

  /** Where it begins. */
  public BoundNode<?> first() {
    return nodes.values().stream()
        .filter(node -> node.type().place() == Place.FIRST)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(definition.key() + " has no start"));
  }
}
