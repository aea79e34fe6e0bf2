package io.tangram.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.workflow.node.Json;

/** Builds processes that are one chain from start to end. */
public final class Chain {
  private final ObjectNode document =
      Json.object(
          """
          { "format": "process/1", "label": "审批", "table": "leave",
            "starts": [{ "key": "sent", "on": "submit" }],
            "results": { "approved": "valid", "refused": "refused", "withdrawn": "draft" },
            "nodes": [{ "id": "begin", "type": "start", "settings": { "state": "asked" } }],
            "flows": [] }\
          """);
  private String last = "begin";

  public static Chain start() {
    return new Chain();
  }

  /** One more node; its settings as JSON. */
  public Chain then(String id, String type, String settings) {
    document
        .withArray("/nodes")
        .add(Json.object().put("id", id).put("type", type).set("settings", Json.object(settings)));
    document
        .withArray("/flows")
        .add(Json.object().put("id", "to_" + id).put("from", last).put("to", id));
    last = id;
    return this;
  }

  public Chain approve(String id, String who) {
    return then(id, "approve", "{ \"who\": [" + who + "] }");
  }

  public Chain options(String options) {
    document.set("options", Json.object(options));
    return this;
  }

  public ObjectNode end() {
    return then("yes", "end", "{}").document;
  }
}
