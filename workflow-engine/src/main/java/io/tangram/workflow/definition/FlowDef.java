package io.tangram.workflow.definition;

import static java.util.Objects.requireNonNull;

import io.tangram.core.metadata.Label;
import java.util.Optional;

/**
 * One way out of a node (FORMAT, {@code flows}).
 *
 * @param when the condition under which an exclusive node takes it; absent for its one default
 * @param on the outcome of the node it belongs to: {@link #DONE} unless the document says otherwise
 */
public record FlowDef(
    String id, String from, String to, Optional<String> when, String on, Optional<Label> label) {
  public static final String DONE = "done";
  public static final String REFUSED = "refused";

  public FlowDef {
    requireNonNull(id, "id is null");
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    requireNonNull(on, "on is null");
  }
}
