package io.tangram.workflow.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes JSON trees out of literals in this code base; never reads what comes from outside. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /**
   * The object that the literal spells.
   *
   * @throws IllegalStateException when it spells none: a fault of ours
   */
  public static ObjectNode object(String literal) {
    try {
      return (ObjectNode) MAPPER.readTree(literal);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + literal, e);
    }
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }
}
