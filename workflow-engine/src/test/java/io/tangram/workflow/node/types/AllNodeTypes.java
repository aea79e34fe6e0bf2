package io.tangram.workflow.node.types;

import io.tangram.workflow.node.NodeTypes;
import java.util.List;

/** The registry as CDI fills it, for tests without CDI. */
public final class AllNodeTypes {
  private AllNodeTypes() {}

  public static NodeTypes types() {
    return new NodeTypes(
        List.of(
            new StartNode(),
            new EndNode(),
            new ExclusiveNode(),
            new ApproveNode(),
            new CcNode(),
            new DelayNode()));
  }
}
