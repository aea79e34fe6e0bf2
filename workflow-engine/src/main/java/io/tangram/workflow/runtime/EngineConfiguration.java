package io.tangram.workflow.runtime;

import org.flowable.engine.impl.cfg.JtaProcessEngineConfiguration;
import org.flowable.engine.impl.persistence.entity.ActivityInstanceEntityManagerImpl;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Flowable within the platform's transactions and without its trace of nodes passed: that is our
 * timeline, and the trace would cost several statements a node.
 */
final class EngineConfiguration extends JtaProcessEngineConfiguration {
  @Override
  public void initEntityManagers() {
    setActivityInstanceEntityManager(new Untraced(this));
    super.initEntityManagers();
  }

  private static final class Untraced extends ActivityInstanceEntityManagerImpl {
    Untraced(EngineConfiguration configuration) {
      super(configuration, configuration.getActivityInstanceDataManager());
    }

    @Override
    public void recordActivityStart(ExecutionEntity execution) {
      // the timeline has it, if people are to see it
    }

    @Override
    public void recordActivityEnd(ExecutionEntity execution, String reason) {
      // nothing was begun
    }

    @Override
    public void recordSequenceFlowTaken(ExecutionEntity execution) {
      // of no interest to people
    }

    @Override
    public void deleteActivityInstancesByProcessInstanceId(String instance) {
      // there are none
    }
  }
}
