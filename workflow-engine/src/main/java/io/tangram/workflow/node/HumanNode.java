package io.tangram.workflow.node;

import io.tangram.workflow.node.NodeRun.Answer;
import java.util.List;

/** The further face of a {@link NodeType} that people complete. */
public interface HumanNode<S> {
  /** How many of those asked must answer. */
  Answer answer(S settings);

  /** Fields that may be filled while answering, whatever the person's own rights are. */
  List<String> writes(S settings);

  /** Fields that must not be empty when agreeing. */
  List<String> requires(S settings);
}
