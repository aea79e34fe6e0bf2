package io.tangram.workflow.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.formula.ValueType;
import java.util.List;

/** What a node's settings are checked against at publish. Pointers are inside {@code settings}. */
public interface NodeCheck {
  /** A state of the process's table, or empty. */
  void state(JsonNode state, String pointer);

  /** Fields of the process's table; {@code lines.price} names a column of a sub-table. */
  void fields(List<String> fields, String pointer);

  /** The entries of a {@code who}; at least one. */
  void who(List<JsonNode> entries, String pointer);

  /** A setting that may be {@code =formula} over the record. */
  void formula(JsonNode setting, ValueType wanted, String pointer);

  void fault(String pointer, String code, Object... arguments);
}
