package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets two people change different fields of one record. What both changed is refused with both
 * values; nothing is guessed.
 */
@Singleton
class FieldMerge {
  private final HistoryStore history;
  private final ObjectMapper json;

  FieldMerge(HistoryStore history, ObjectMapper json) {
    this.history = history;
    this.json = json;
  }

  /** The records were read under lock; {@code wanted} stands beside them in the same order. */
  void refuseConflicts(List<Pending> records, List<RecordChange> wanted) {
    for (var i = 0; i < records.size(); i++) {
      var record = records.get(i);
      var version = wanted.get(i).version();
      if (version == record.before.version) {
        continue;
      }
      if (version > record.before.version || version < 1) {
        throw ProblemException.of(ErrorCode.RECORD_CHANGED).with("version", record.before.version);
      }
      refuse(record, history.changesSince(record.before.id, version));
    }
  }

  private void refuse(Pending record, Map<String, JsonNode> since) {
    var conflicts = new ArrayList<Map<String, Object>>();
    for (var key : record.sent.keySet()) {
      // who sends what is there already agrees with the other
      if (since.containsKey(key) && record.changed.contains(key)) {
        var field = record.after.shape.byKey.get(key);
        var conflict = new LinkedHashMap<String, Object>();
        conflict.put("field", key);
        conflict.put("base", since.get(key));
        conflict.put("theirs", json(field, record.before.values[field.number()]));
        conflict.put("mine", json(field, record.after.values[field.number()]));
        conflicts.add(conflict);
      }
    }
    if (!conflicts.isEmpty()) {
      throw ProblemException.of(ErrorCode.RECORD_CHANGED)
          .with("version", record.before.version)
          .with("conflicts", conflicts);
    }
  }

  private JsonNode json(FieldShape field, Object value) {
    if (value == null) {
      return NullNode.getInstance();
    }
    try (var buffer = new TokenBuffer(json, false)) {
      field.type().write(value, field.def(), buffer);
      return json.readTree(buffer.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
