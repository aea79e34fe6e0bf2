package io.tangram.workflow.design;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.workflow.node.Json;
import io.tangram.workflow.node.NodeType;
import io.tangram.workflow.node.NodeTypes;

/** Puts the JSON Schema of a process together: the common words, and each node type's own. */
final class ProcessSchema {
  private static final String COMMON =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": false,
        "required": ["format", "label", "table", "starts", "nodes", "flows"],
        "properties": {
          "format": { "const": "process/1" },
          "label": { "$ref": "#/$defs/label" },
          "help": { "$ref": "#/$defs/label" },
          "lock": { "enum": ["sealed", "extendable", "free"] },
          "table": { "$ref": "#/$defs/key" },
          "starts": { "type": "array", "maxItems": 50, "items": {
            "type": "object", "additionalProperties": false, "required": ["key", "on"],
            "properties": {
              "key": { "$ref": "#/$defs/key" },
              "label": { "$ref": "#/$defs/label" },
              "on": { "enum": ["submit", "move"] },
              "move": { "$ref": "#/$defs/key" },
              "types": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/$defs/key" } },
              "when": { "$ref": "#/$defs/formula" } } } },
          "options": {
            "type": "object", "additionalProperties": false,
            "properties": {
              "recall": { "enum": ["never", "until_first", "until_done"] },
              "starter_is_approver": { "enum": ["self", "skip", "up"] },
              "same_approver": { "enum": ["always", "once"] },
              "no_approver": { "anyOf": [
                { "enum": ["admin", "up", "refuse"] },
                { "type": "array", "minItems": 1, "items": { "type": "object" } } ] },
              "versions": { "enum": ["stay"] } } },
          "results": {
            "type": "object", "additionalProperties": false,
            "properties": {
              "approved": { "$ref": "#/$defs/key" },
              "refused": { "$ref": "#/$defs/key" },
              "withdrawn": { "$ref": "#/$defs/key" } } },
          "nodes": { "type": "array", "maxItems": 500, "items": { "$ref": "#/$defs/node" } },
          "flows": { "type": "array", "maxItems": 1000, "items": {
            "type": "object", "additionalProperties": false, "required": ["id", "from", "to"],
            "properties": {
              "id": { "$ref": "#/$defs/id" },
              "from": { "$ref": "#/$defs/id" },
              "to": { "$ref": "#/$defs/id" },
              "when": { "$ref": "#/$defs/formula" },
              "on": { "type": "string", "maxLength": 48 },
              "label": { "$ref": "#/$defs/label" } } } },
          "layout": {
            "type": "object",
            "additionalProperties": {
              "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "number" } } }
        },
        "$defs": {
          "key": { "type": "string", "pattern": "^[a-z][a-z0-9_]{0,47}$" },
          "id": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_.-]{0,63}$" },
          "formula": { "type": "string", "minLength": 1, "maxLength": 8000 },
          "label": { "anyOf": [
            { "type": "string", "maxLength": 200 },
            { "type": "object", "minProperties": 1,
              "additionalProperties": { "type": "string", "maxLength": 200 } } ] },
          "node": {
            "type": "object", "additionalProperties": false, "required": ["id", "type"],
            "properties": {
              "id": { "$ref": "#/$defs/id" },
              "type": { "enum": [] },
              "label": { "$ref": "#/$defs/label" },
              "lock": { "enum": ["sealed", "extendable", "free"] },
              "settings": { "type": "object" } },
            "allOf": [] }
        }
      }\
      """;

  private ProcessSchema() {}

  static ObjectNode of(NodeTypes types) {
    var schema = Json.object(COMMON);
    var node = schema.withObject("/$defs/node");
    for (var key : types.keys()) {
      node.withArray("/properties/type/enum").add(key);
      node.withArray("/allOf").add(settings(types.get(key)));
    }
    return schema;
  }

  private static ObjectNode settings(NodeType<?> type) {
    var rule = Json.object("{ \"if\": {}, \"then\": {} }");
    rule.withObject("/if").withObject("/properties").withObject("/type").put("const", type.key());
    rule.withObject("/then").withObject("/properties").set("settings", type.schema());
    return rule;
  }
}
