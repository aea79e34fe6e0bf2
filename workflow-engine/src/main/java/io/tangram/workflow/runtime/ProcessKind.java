package io.tangram.workflow.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.MergeStyle;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.metadata.PublishStep.Hazard;
import io.tangram.core.problem.Violations;
import io.tangram.workflow.definition.ProcessDef;
import io.tangram.workflow.definition.ProcessReader;
import io.tangram.workflow.design.ProcessDesign;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents under {@code processes/}: how they look, what is wrong with one, what runs. */
@Singleton
final class ProcessKind implements DocumentKind<ProcessDef> {
  private final ProcessDesign design;
  private final Deployments deployments;

  @Inject
  ProcessKind(ProcessDesign design, Deployments deployments) {
    this.design = design;
    this.deployments = deployments;
  }

  @Override
  public String key() {
    return "process";
  }

  @Override
  public String folder() {
    return "processes";
  }

  @Override
  public Class<ProcessDef> type() {
    return ProcessDef.class;
  }

  @Override
  public ObjectNode schema() {
    return design.schema();
  }

  @Override
  public ProcessDef read(String key, ObjectNode document) {
    return ProcessReader.read(key, document);
  }

  @Override
  public void check(String key, ProcessDef process, AppVersion candidate, Violations violations) {
    design.check(process, candidate, violations);
  }

  /** Half an insertion of a colleague's node would hang in the air. */
  @Override
  public MergeStyle merging() {
    return MergeStyle.whole("flows");
  }

  @Override
  public List<PublishStep> plan(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    return to.all(ProcessDef.class).values().stream()
        .filter(process -> Deployments.changed(from, to, process.key()))
        .map(
            process ->
                new PublishStep(
                    "deploy-process", process.table(), process.key(), Hazard.NONE, false, Map.of()))
        .toList();
  }

  @Override
  public void publish(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    deployments.deploy(to);
  }
}
