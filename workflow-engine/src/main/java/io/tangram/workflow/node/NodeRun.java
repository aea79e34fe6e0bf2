package io.tangram.workflow.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.workflow.definition.NodeDef;
import java.util.List;
import java.util.Optional;

/**
 * One process standing at one node: what a {@link NodeType} may see and do there. Everything it
 * does is part of the transaction that brought the process here.
 */
public interface NodeRun {
  NodeDef node();

  /** Lets the record enter a state; nothing where the settings name none. */
  void enter(Optional<String> state);

  /**
   * Asks people to decide.
   *
   * @param who the {@code who} entries; when they name nobody, the process's options say who stands
   *     in
   * @return whether anybody has to be waited for: not when all were passed over by the options
   */
  boolean ask(List<JsonNode> who, Answer answer);

  /** Sends people a copy: a line in their box and the right to read the record. */
  void inform(List<JsonNode> who);

  /** The process is over. */
  void finish(Result result);

  /** The value of a setting that may be {@code =formula}, as the formula language has it. */
  Object value(JsonNode setting);

  /** How many answers a node waits for. */
  enum Answer {
    /** The first answer decides, whichever it is. */
    FIRST,
    /** One agreement is enough; refused when all refuse. */
    ANY,
    /** All must agree; the first refusal decides. */
    ALL,
    /** All must agree, one after the other in the order found. */
    IN_TURN
  }

  /** How a process ends. */
  enum Result {
    APPROVED,
    REFUSED,
    WITHDRAWN
  }
}
