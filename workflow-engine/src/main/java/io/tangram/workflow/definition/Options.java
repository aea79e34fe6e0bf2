package io.tangram.workflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The house's semantics in words (FORMAT, {@code options}): what happens in the cases a chain of
 * approvers always meets.
 *
 * @param substitutes the {@code who} entries that stand in when {@code noApprover} is {@code
 *     SOMEBODY}; empty otherwise
 */
public record Options(
    StarterIsApprover starterIsApprover,
    SameApprover sameApprover,
    NoApprover noApprover,
    List<JsonNode> substitutes,
    Recall recall) {
  public static final Options DEFAULT =
      new Options(
          StarterIsApprover.SELF,
          SameApprover.ALWAYS,
          NoApprover.ADMIN,
          List.of(),
          Recall.UNTIL_FIRST);

  public Options {
    requireNonNull(starterIsApprover, "starterIsApprover is null");
    requireNonNull(sameApprover, "sameApprover is null");
    requireNonNull(noApprover, "noApprover is null");
    requireNonNull(recall, "recall is null");
    substitutes = List.copyOf(substitutes);
  }

  /**
   * The starter is among the approvers: decides anyway, is passed over, or their leader decides.
   */
  public enum StarterIsApprover {
    SELF,
    SKIP,
    UP
  }

  /** Who approved an earlier node is an approver again: asked again, or taken as agreed. */
  public enum SameApprover {
    ALWAYS,
    ONCE
  }

  /**
   * Nobody is found: an administrator of the app decides, the leaders above the starter do, the
   * {@link #substitutes} do, or the step that led here is refused.
   */
  public enum NoApprover {
    ADMIN,
    UP,
    SOMEBODY,
    REFUSE
  }

  /** How long the starter may take the request back. */
  public enum Recall {
    NEVER,
    UNTIL_FIRST,
    UNTIL_DONE
  }
}
