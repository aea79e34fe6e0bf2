package io.tangram.core.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Writes what a write changed, field by field, in the shapes of the API. */
@Singleton
class Changes {
  private final ObjectMapper json;

  Changes(ObjectMapper json) {
    this.json = json;
  }

  /** Field key to {@code {"from":…,"to":…}}; what is empty is left out. */
  ObjectNode of(Pending record) {
    try (var buffer = new TokenBuffer(json, false)) {
      buffer.writeStartObject();
      for (var key : record.changed) {
        var field = record.after.shape.byKey.get(key);
        var from = record.before == null ? null : record.before.values[field.number()];
        buffer.writeObjectFieldStart(key);
        side(buffer, "from", field, from);
        side(buffer, "to", field, record.after.values[field.number()]);
        buffer.writeEndObject();
      }
      system(buffer, record);
      buffer.writeEndObject();
      return json.readTree(buffer.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void side(JsonGenerator json, String name, FieldShape field, Object value)
      throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      field.type().write(value, field.def(), json);
    }
  }

  private static void system(JsonGenerator json, Pending record) throws IOException {
    var before = record.before;
    word(json, "type", before == null ? null : before.type, record.after.type);
    word(json, "state", before == null ? null : before.state, record.after.state);
    if (before != null) {
      word(
          json,
          "owner",
          Objects.toString(before.owner, null),
          Objects.toString(record.after.owner, null));
    }
  }

  private static void word(JsonGenerator json, String key, String from, String to)
      throws IOException {
    if (Objects.equals(from, to)) {
      return;
    }
    json.writeObjectFieldStart(key);
    if (from != null) {
      json.writeStringField("from", from);
    }
    if (to != null) {
      json.writeStringField("to", to);
    }
    json.writeEndObject();
  }
}
