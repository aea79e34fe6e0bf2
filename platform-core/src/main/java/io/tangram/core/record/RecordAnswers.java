package io.tangram.core.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.access.Actor;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.Messages;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.record.RecordService.Written;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** What the records' routes share in reading questions and writing answers. */
@Singleton
class RecordAnswers {
  private final ObjectMapper json;
  private final RecordJson records;
  private final RecordQuery query;
  private final Messages messages;

  RecordAnswers(ObjectMapper json, RecordJson records, RecordQuery query, Messages messages) {
    this.json = json;
    this.records = records;
    this.query = query;
    this.messages = messages;
  }

  /** An empty body is broken JSON too. */
  JsonNode present(JsonNode body) {
    if (body == null || body.isMissingNode()) {
      throw ProblemException.of(ErrorCode.JSON_BROKEN);
    }
    return body;
  }

  /** The question that stands in an address. */
  ObjectNode question(String limit, String after, boolean labels) {
    var question = json.createObjectNode().put("labels", labels);
    if (limit != null) {
      question.set("limit", number(limit));
    }
    if (after != null) {
      question.put("after", after);
    }
    return question;
  }

  private JsonNode number(String text) {
    try {
      return json.getNodeFactory().numberNode(Long.parseLong(text));
    } catch (NumberFormatException e) {
      // refused as a limit, with its place
      return json.getNodeFactory().textNode(text);
    }
  }

  byte[] batch(BatchWriter.Outcome outcome, Actor actor) {
    return records.bytes(
        out -> {
          out.writeStartObject();
          written("created", outcome.created(), actor, out);
          written("updated", outcome.updated(), actor, out);
          out.writeArrayFieldStart("deleted");
          for (var id : outcome.deleted()) {
            out.writeString(id.toString());
          }
          out.writeEndArray();
          out.writeArrayFieldStart("errors");
          for (var fault : outcome.faults()) {
            fault(fault, actor, out);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private void written(String name, List<Written> written, Actor actor, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (var shown : query.shown(written, actor)) {
      RecordJson.record(shown, out);
    }
    out.writeEndArray();
  }

  private void fault(BatchWriter.Fault fault, Actor actor, JsonGenerator out) throws IOException {
    var problem = fault.problem();
    out.writeStartObject();
    out.writeStringField("pointer", fault.pointer());
    out.writeStringField("type", problem.code().type());
    out.writeNumberField("status", problem.code().status());
    out.writeStringField(
        "detail",
        messages.text(
            actor.locale(), "problem." + problem.code().type() + ".detail", problem.arguments()));
    out.writeArrayFieldStart("violations");
    for (var violation : problem.violations()) {
      out.writeStartObject();
      out.writeStringField("pointer", violation.pointer());
      out.writeStringField("code", violation.code());
      out.writeStringField(
          "message", messages.text(actor.locale(), violation.code(), violation.arguments()));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
