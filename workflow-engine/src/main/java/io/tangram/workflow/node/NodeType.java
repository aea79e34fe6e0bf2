package io.tangram.workflow.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.definition.NodeDef;
import java.util.Set;
import org.flowable.bpmn.model.FlowNode;

/**
 * A kind of node: its settings, its face in BPMN and what happens when a process reaches it. One
 * class per kind, found by CDI; it keeps nothing between two calls.
 *
 * @param <S> its settings, read once per version: immutable
 */
public interface NodeType<S> {
  /** The {@code type} in a document; the front end has a folder of the same name. */
  String key();

  /** JSON Schema of {@code settings}; unknown members are refused by it. */
  ObjectNode schema();

  /** Binds settings that fit the schema. */
  S read(ObjectNode settings);

  /** What the schema cannot say about the settings. */
  default void check(NodeDef node, S settings, NodeCheck check) {}

  /** The outcomes it can have; each is the {@code on} of a flow. */
  default Set<String> outcomes() {
    return Set.of(FlowDef.DONE);
  }

  /** Where it stands in a process. */
  default Place place() {
    return Place.BETWEEN;
  }

  /**
   * Whether its flows carry conditions, of which the first that holds is taken, else the one
   * without.
   */
  default boolean chooses() {
    return false;
  }

  /** Whether a process may come to rest in it; a circle without such a node would never end. */
  default boolean mayRest() {
    return false;
  }

  /** Its element; id, name and the ways out are put on by the compiler. */
  FlowNode toBpmn(NodeDef node, S settings);

  /**
   * A process has reached it.
   *
   * @return whether the process rests here until someone or something completes the node
   */
  default boolean reached(NodeRun run, S settings) {
    return false;
  }

  /** Where a node may stand. */
  enum Place {
    FIRST,
    BETWEEN,
    LAST
  }
}
