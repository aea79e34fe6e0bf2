package io.tangram.workflow.runtime;

import java.time.Instant;
import org.flowable.engine.delegate.DelegateExecution;

/** What the engine asks the platform on the way. */
interface Walker {
  /** A node was reached; whether the process rests there. */
  boolean reached(DelegateExecution execution);

  /** The id of the flow to take out of a node that chooses. */
  String choose(DelegateExecution execution);

  /** The id of the flow that belongs to the outcome with which the node was completed. */
  String answered(DelegateExecution execution);

  /** When a delay ends. */
  Instant until(DelegateExecution execution);
}
