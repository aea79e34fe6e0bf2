package io.tangram.workflow.who;

import com.fasterxml.jackson.databind.JsonNode;

/** What a {@code who} entry is checked against at publish. */
public interface WhoCheck {
  /** A value that is {@code =formula} and names a person or a unit. */
  void formula(JsonNode setting, String pointer);

  /** A path to a person in the record. */
  void path(JsonNode setting, String pointer);

  /** A text that is not empty. */
  void text(JsonNode setting, String pointer);

  /** The id of another node. */
  void node(JsonNode setting, String pointer);

  void fault(String pointer, String code, Object... arguments);
}
