package io.tangram.workflow.runtime;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Date;
import org.flowable.engine.delegate.DelegateExecution;

/** Tells a timer in BPMN when it rings: {@code ${moments.of(execution)}}. */
@Singleton
public class Moments {
  private final Provider<Walker> walker;

  @Inject
  Moments(Provider<Walker> walker) {
    this.walker = walker;
  }

  public Date of(DelegateExecution execution) {
    return Date.from(walker.get().until(execution));
  }
}
