package io.tangram.workflow.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tangram.core.access.Actor;
import io.tangram.core.access.Guard;
import io.tangram.core.access.SeenKind;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.TableDef;
import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.definition.ProcessDef;
import io.tangram.workflow.node.Json;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows processes to whoever sees their table or takes part in one of its records: the boxes and
 * the ways between them. Who decides where, and under which condition, is for designers.
 */
@Singleton
final class SeenProcesses implements SeenKind {
  private final Guard guard;

  SeenProcesses(Guard guard) {
    this.guard = guard;
  }

  @Override
  public String folder() {
    return "processes";
  }

  @Override
  public Map<String, JsonNode> seenBy(AppVersion version, Actor actor) {
    var seen = new LinkedHashMap<String, JsonNode>();
    var taking = guard.takingPart(version, actor);
    version
        .all(ProcessDef.class)
        .forEach(
            (key, process) -> {
              if (taking.contains(process.table()) || opens(version, process, actor)) {
                seen.put(key, seen(process, actor.locale()));
              }
            });
    return seen;
  }

  private boolean opens(AppVersion version, ProcessDef process, Actor actor) {
    return version
        .find(TableDef.class, process.table())
        .filter(table -> guard.rights(version, table, actor).anything())
        .isPresent();
  }

  private static ObjectNode seen(ProcessDef process, Locale locale) {
    var json = Json.object();
    json.put("label", process.label().in(locale));
    json.put("table", process.table());
    var nodes = json.putArray("nodes");
    process.nodes().forEach(node -> nodes.add(seen(node, locale)));
    var flows = json.putArray("flows");
    process.flows().forEach(flow -> flows.add(seen(flow, locale)));
    return json;
  }

  private static ObjectNode seen(NodeDef node, Locale locale) {
    return Json.object()
        .put("id", node.id())
        .put("type", node.type())
        .put("label", node.label().in(locale));
  }

  private static ObjectNode seen(FlowDef flow, Locale locale) {
    var json =
        Json.object()
            .put("id", flow.id())
            .put("from", flow.from())
            .put("to", flow.to())
            .put("on", flow.on());
    flow.label().ifPresent(label -> json.set("label", TextNode.valueOf(label.in(locale))));
    return json;
  }
}
