package io.tangram.workflow.runtime;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.parser.factory.DefaultActivityBehaviorFactory;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.util.CommandContextUtil;

/**
 * Puts our own behaviour behind BPMN's elements: each asks the {@link Walker}. A user task makes no
 * row in the engine's task table, since tasks are ours; a gateway's conditions are formulas.
 */
@Singleton
class NodeBehaviors extends DefaultActivityBehaviorFactory implements JavaDelegate {
  private final Provider<Walker> walker;

  @Inject
  NodeBehaviors(Provider<Walker> walker) {
    this.walker = walker;
  }

  /** A node that acts and never rests: {@code ${reached}}. */
  @Override
  public void execute(DelegateExecution execution) {
    walker.get().reached(execution);
  }

  @Override
  public UserTaskActivityBehavior createUserTaskActivityBehavior(UserTask task) {
    return new Asking(task);
  }

  @Override
  public NoneStartEventActivityBehavior createNoneStartEventActivityBehavior(StartEvent event) {
    return new Beginning();
  }

  @Override
  public NoneEndEventActivityBehavior createNoneEndEventActivityBehavior(EndEvent event) {
    return new Ending();
  }

  @Override
  public ExclusiveGatewayActivityBehavior createExclusiveGatewayActivityBehavior(
      ExclusiveGateway gateway) {
    return new Choosing();
  }

  private static void take(DelegateExecution execution, String flow) {
    var node = (FlowNode) execution.getCurrentFlowElement();
    var way =
        node.getOutgoingFlows().stream()
            .filter(out -> out.getId().equals(flow))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(node.getId() + " has no way " + flow));
    execution.setCurrentFlowElement(way);
    CommandContextUtil.getAgenda()
        .planTakeOutgoingSequenceFlowsOperation((ExecutionEntity) execution, true);
  }

  private final class Beginning extends NoneStartEventActivityBehavior {
    private static final long serialVersionUID = 1L;

    @Override
    public void execute(DelegateExecution execution) {
      walker.get().reached(execution);
      super.execute(execution);
    }
  }

  private final class Ending extends NoneEndEventActivityBehavior {
    private static final long serialVersionUID = 1L;

    @Override
    public void execute(DelegateExecution execution) {
      walker.get().reached(execution);
      super.execute(execution);
    }
  }

  private final class Choosing extends ExclusiveGatewayActivityBehavior {
    private static final long serialVersionUID = 1L;

    @Override
    public void leave(DelegateExecution execution) {
      take(execution, walker.get().choose(execution));
    }
  }

  private final class Asking extends UserTaskActivityBehavior {
    private static final long serialVersionUID = 1L;

    Asking(UserTask task) {
      super(task);
    }

    @Override
    public void execute(DelegateExecution execution) {
      if (!walker.get().reached(execution)) {
        take(execution, walker.get().answered(execution));
      }
    }

    @Override
    public void trigger(DelegateExecution execution, String signal, Object data) {
      take(execution, walker.get().answered(execution));
    }
  }
}
