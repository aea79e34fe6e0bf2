package io.tangram.workflow.design;

import io.tangram.core.problem.MessageBundle;
import jakarta.inject.Singleton;

/** Announces the words of this module. */
@Singleton
final class WorkflowMessages implements MessageBundle {
  @Override
  public String baseName() {
    return "workflow";
  }
}
