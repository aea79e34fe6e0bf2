package io.tangram.workflow.runtime;

import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.design.BoundNode;
import io.tangram.workflow.design.BpmnCompiler;
import io.tangram.workflow.node.NodeRun.Result;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.flowable.engine.delegate.DelegateExecution;

/** Answers the engine by the process document and the record. */
@Singleton
class NodeWalker implements Walker {
  private final Desk desk;
  private final Records records;
  private final Walks walks;

  @Inject
  NodeWalker(Desk desk, Records records, Walks walks) {
    this.desk = desk;
    this.records = records;
    this.walks = walks;
  }

  @Override
  public boolean reached(DelegateExecution execution) {
    var walk = walks.of(execution);
    walk.countVisit();
    var id = execution.getCurrentActivityId();
    if (id.equals(BpmnCompiler.REFUSED_END)) {
      visit(walk, walk.process().first(), execution).finish(Result.REFUSED);
      return false;
    }
    var node = walk.process().node(id);
    return node.reached(visit(walk, node, execution));
  }

  @Override
  public String choose(DelegateExecution execution) {
    var walk = walks.of(execution);
    walk.countVisit();
    var out = walk.process().node(execution.getCurrentActivityId()).out();
    for (var flow : out) {
      var when = flow.when();
      if (when.isPresent() && desk.formulas.holds(walk, records.row(walk), when.get())) {
        return flow.id();
      }
    }
    return out.stream()
        .filter(flow -> flow.when().isEmpty())
        .map(FlowDef::id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no way out without a condition"));
  }

  @Override
  public String answered(DelegateExecution execution) {
    var walk = walks.of(execution);
    var node = walk.process().node(execution.getCurrentActivityId());
    return node.way(walk.outcome()).orElseGet(() -> BpmnCompiler.refusal(node.node().id())).id();
  }

  @Override
  public Instant until(DelegateExecution execution) {
    var walk = walks.of(execution);
    var node = walk.process().node(execution.getCurrentActivityId());
    var value = visit(walk, node, execution).value(node.node().settings().path("until"));
    return desk.formulas.moment(value).orElseGet(desk::now);
  }

  private Visit visit(Walk walk, BoundNode<?> node, DelegateExecution execution) {
    return new Visit(desk, records, walk, node.node(), execution.getId());
  }
}
