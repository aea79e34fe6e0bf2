package io.tangram.core.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.List;

/** The first station: every value that was sent is read by its type, all faults in one answer. */
@Singleton
class Incoming {
  void read(Pending record, Violations violations) {
    for (var entry : record.body.properties()) {
      var key = entry.getKey();
      var field = record.after.shape.field(key).filter(f -> sees(record, key));
      if (field.isEmpty()) {
        // a field that is hidden from the sender is as unknown as one that is not there
        violations.add(record.pointer(key), "value.unknown");
      } else if (!field.get().writable()) {
        violations.add(record.pointer(key), "value.computed");
      } else {
        read(record, field.get(), violations);
      }
    }
  }

  private static boolean sees(Pending record, String key) {
    return record.readable == null
        || record.readable.contains(key)
        || record.writable != null && record.writable.contains(key);
  }

  private static void read(Pending record, FieldShape field, Violations violations) {
    var json = record.body.get(field.key());
    try {
      record.sent.put(field.key(), json.isNull() ? null : field.type().read(json, field.def()));
    } catch (InvalidValue e) {
      record.refused.add(field.key());
      var at = record.pointer(field.key());
      violations.addAll(e.violations().stream().map(v -> v.under(at)).toList());
    }
  }

  static ObjectNode empty() {
    return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
  }

  /** For callers that read many. */
  void read(List<Pending> records, Violations violations) {
    records.forEach(record -> read(record, violations));
  }
}
