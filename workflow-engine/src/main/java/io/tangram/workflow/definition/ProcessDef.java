package io.tangram.workflow.definition;

import static java.util.Objects.requireNonNull;

import io.tangram.core.metadata.Label;
import java.util.List;
import java.util.Optional;

/**
 * A process: what starts it, its nodes and the ways between them (FORMAT, {@code processes/}).
 * Whether names in it lead somewhere is not its concern, but the publish check's.
 *
 * @param key the document's path without folder and ending
 * @param table key of the table whose records walk through it
 */
public record ProcessDef(
    String key,
    Label label,
    String table,
    List<Start> starts,
    Options options,
    Results results,
    List<NodeDef> nodes,
    List<FlowDef> flows) {

  /**
   * What starts it.
   *
   * @param move key of the move, where {@code on} is {@code MOVE}
   * @param types keys of the record types it is for; empty for all
   * @param when a condition over the record; absent: always
   */
  public record Start(
      String key, On on, Optional<String> move, List<String> types, Optional<String> when) {
    public Start {
      requireNonNull(key, "key is null");
      types = List.copyOf(types);
    }
  }

  /** The events that may start a process. */
  public enum On {
    SUBMIT,
    MOVE
  }

  /** Result to the state the record enters; where absent, its state stays. */
  public record Results(
      Optional<String> approved, Optional<String> refused, Optional<String> withdrawn) {
    public static final Results UNCHANGED =
        new Results(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ProcessDef {
    requireNonNull(key, "key is null");
    requireNonNull(table, "table is null");
    label = label == null ? Label.of(key) : label;
    starts = List.copyOf(starts);
    nodes = List.copyOf(nodes);
    flows = List.copyOf(flows);
  }

  public Optional<NodeDef> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /** The ways out of a node, in the order of the document. */
  public List<FlowDef> waysOut(String node) {
    return flows.stream().filter(flow -> flow.from().equals(node)).toList();
  }
}
