package io.tangram.core.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes records in the shape of API.md, straight into bytes. */
@Singleton
class RecordJson {
  private final ObjectMapper json;

  RecordJson(ObjectMapper json) {
    this.json = json;
  }

  /** A row with the fields that show on it. */
  record Shown(RowData row, Set<String> fields) {}

  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  byte[] bytes(Body body) {
    var bytes = new ByteArrayOutputStream(1024);
    try (var generator = json.getFactory().createGenerator(bytes)) {
      body.write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The members of a record, within an object that the caller opens. */
  static void members(Shown shown, JsonGenerator json) throws IOException {
    var row = shown.row();
    json.writeStringField("id", row.id.toString());
    json.writeNumberField("version", row.version);
    text("type", row.type, json);
    text("state", row.state, json);
    id("company", row.company, json);
    id("department", row.department, json);
    id("owner", row.owner, json);
    moment("created_at", row.createdAt, json);
    id("created_by", row.createdBy, json);
    moment("updated_at", row.updatedAt, json);
    id("updated_by", row.updatedBy, json);
    json.writeObjectFieldStart("values");
    for (var field : row.shape.fields) {
      if (shown.fields().contains(field.key())) {
        value(field, row.values[field.number()], json);
      }
    }
    json.writeEndObject();
  }

  private static void value(FieldShape field, Object value, JsonGenerator json) throws IOException {
    json.writeFieldName(field.key());
    if (value == null) {
      json.writeNull();
    } else {
      field.type().write(value, field.def(), json);
    }
  }

  static void record(Shown shown, JsonGenerator json) throws IOException {
    json.writeStartObject();
    members(shown, json);
    json.writeEndObject();
  }

  static void records(String name, List<Shown> rows, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(name);
    for (var row : rows) {
      record(row, json);
    }
    json.writeEndArray();
  }

  static void labels(Map<UUID, String> labels, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("labels");
    for (var label : labels.entrySet()) {
      json.writeStringField(label.getKey().toString(), label.getValue());
    }
    json.writeEndObject();
  }

  private static void text(String name, String value, JsonGenerator json) throws IOException {
    json.writeFieldName(name);
    json.writeString(value);
  }

  private static void id(String name, UUID value, JsonGenerator json) throws IOException {
    json.writeFieldName(name);
    json.writeString(value == null ? null : value.toString());
  }

  private static void moment(String name, Instant value, JsonGenerator json) throws IOException {
    json.writeFieldName(name);
    json.writeString(value == null ? null : value.toString());
  }
}
