package io.tangram.workflow.definition;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.Label;

/**
 * One box of a process (FORMAT, {@code nodes}): what it is, and the words of its type.
 *
 * @param id identity inside the process and in BPMN; free-form, never shown
 * @param type key of a {@code NodeType}
 * @param settings the type's own words, boxed because BPMN carries the box whole; never changed by
 *     a reader
 */
public record NodeDef(String id, String type, Label label, ObjectNode settings) {
  public NodeDef {
    requireNonNull(id, "id is null");
    requireNonNull(type, "type is null");
    label = requireNonNullElse(label, Label.of(id));
    settings = requireNonNullElse(settings, JsonNodeFactory.instance.objectNode());
  }
}
