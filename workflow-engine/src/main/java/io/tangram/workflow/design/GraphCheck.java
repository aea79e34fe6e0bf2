package io.tangram.workflow.design;

import io.tangram.core.problem.Violations;
import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.definition.ProcessDef;
import io.tangram.workflow.node.NodeType.Place;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks at the shape of a process: one beginning, every node reached, every way leading to an end,
 * no circle without rest. It knows nothing of what the nodes do.
 */
final class GraphCheck {
  private final BoundProcess bound;
  private final ProcessDef process;
  private final Violations violations;

  GraphCheck(BoundProcess bound, Violations violations) {
    this.bound = bound;
    this.process = bound.definition();
    this.violations = violations;
  }

  void run() {
    uniqueIds();
    flowsLeadSomewhere();
    oneBeginning();
    bound.nodes().forEach(this::waysOut);
    if (violations.isEmpty()) {
      // paths only mean something in a graph whose parts are sound
      everyNodeReached();
      everyWayEnds();
      noEndlessCircle();
    }
  }

  private void uniqueIds() {
    var seen = new HashSet<String>();
    for (var i = 0; i < process.nodes().size(); i++) {
      if (!seen.add(process.nodes().get(i).id())) {
        violations.add("/nodes/" + i + "/id", "process.id.twice", process.nodes().get(i).id());
      }
    }
    for (var i = 0; i < process.flows().size(); i++) {
      if (!seen.add(process.flows().get(i).id())) {
        violations.add("/flows/" + i + "/id", "process.id.twice", process.flows().get(i).id());
      }
    }
  }

  private void flowsLeadSomewhere() {
    for (var i = 0; i < process.flows().size(); i++) {
      var flow = process.flows().get(i);
      var at = "/flows/" + i;
      if (process.node(flow.from()).isEmpty()) {
        violations.add(at + "/from", "process.flow.nowhere", flow.from());
      }
      if (process.node(flow.to()).isEmpty()) {
        violations.add(at + "/to", "process.flow.nowhere", flow.to());
      }
      if (bound.find(flow.to()).filter(to -> to.type().place() == Place.FIRST).isPresent()) {
        violations.add(at + "/to", "process.flow.to-start");
      }
      bound
          .find(flow.from())
          .ifPresent(
              from -> {
                if (!from.type().outcomes().contains(flow.on())) {
                  violations.add(at + "/on", "process.flow.on", flow.on(), label(from));
                }
                if (flow.when().isPresent() && !from.type().chooses()) {
                  violations.add(at + "/when", "process.flow.when", label(from));
                }
              });
    }
  }

  private void oneBeginning() {
    var starts = bound.nodes().stream().filter(node -> node.type().place() == Place.FIRST).toList();
    if (starts.isEmpty()) {
      violations.add("/nodes", "process.start.missing");
    }
    starts.stream()
        .skip(1)
        .forEach(more -> violations.add("/nodes/" + more.position(), "process.start.twice"));
    if (bound.nodes().stream().noneMatch(node -> node.type().place() == Place.LAST)) {
      violations.add("/nodes", "process.end.missing");
    }
  }

  private void waysOut(BoundNode<?> node) {
    var at = "/nodes/" + node.position();
    if (node.type().place() == Place.LAST) {
      if (!node.out().isEmpty()) {
        violations.add(at, "process.end.goes-on", label(node));
      }
      return;
    }
    if (node.type().chooses()) {
      var defaults = node.out().stream().filter(flow -> flow.when().isEmpty()).count();
      if (defaults != 1) {
        violations.add(at, "process.exclusive.default", label(node), defaults);
      }
      return;
    }
    if (node.way(FlowDef.DONE).isEmpty()) {
      violations.add(at, "process.node.no-way", label(node));
    }
    var byOutcome =
        node.out().stream().collect(Collectors.groupingBy(FlowDef::on, Collectors.counting()));
    byOutcome.forEach(
        (outcome, count) -> {
          if (count > 1) {
            violations.add(at, "process.node.two-ways", label(node), outcome);
          }
        });
  }

  private void everyNodeReached() {
    var reached = walk(Set.of(bound.first().node().id()), FlowDef::from, FlowDef::to, flow -> true);
    for (var node : bound.nodes()) {
      if (!reached.contains(node.node().id())) {
        violations.add("/nodes/" + node.position(), "process.node.unreached", label(node));
      }
    }
  }

  private void everyWayEnds() {
    var ends =
        bound.nodes().stream()
            .filter(node -> node.type().place() == Place.LAST)
            .map(node -> node.node().id())
            .collect(Collectors.toSet());
    var ending = walk(ends, FlowDef::to, FlowDef::from, flow -> true);
    for (var node : bound.nodes()) {
      if (!ending.contains(node.node().id())) {
        violations.add("/nodes/" + node.position(), "process.node.no-end", label(node));
      }
    }
  }

  private void noEndlessCircle() {
    for (var node : bound.nodes()) {
      if (node.type().mayRest()) {
        continue;
      }
      var next = targets(node.out());
      var restless =
          walk(next, FlowDef::from, FlowDef::to, flow -> !bound.node(flow.from()).type().mayRest());
      if (restless.contains(node.node().id())) {
        violations.add("/nodes/" + node.position(), "process.node.endless", label(node));
        return;
      }
    }
  }

  private static Set<String> targets(Collection<FlowDef> flows) {
    return flows.stream().map(FlowDef::to).collect(Collectors.toSet());
  }

  private Set<String> walk(
      Set<String> from,
      Function<FlowDef, String> near,
      Function<FlowDef, String> far,
      Predicate<FlowDef> open) {
    var seen = new HashSet<>(from);
    var next = new ArrayDeque<>(from);
    while (!next.isEmpty()) {
      var node = next.poll();
      List<FlowDef> out =
          process.flows().stream().filter(f -> near.apply(f).equals(node)).filter(open).toList();
      out.stream().map(far).filter(seen::add).forEach(next::add);
    }
    return seen;
  }

  private static String label(BoundNode<?> node) {
    return node.node().label().toString();
  }
}
