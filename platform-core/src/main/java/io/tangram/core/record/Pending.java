package io.tangram.core.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.TableDef.RecordType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One record on its way through the stations of a write. */
final class Pending {
  final RowData before;
  final RowData after;
  final ObjectNode body;

  /** Where its body stands in the request: empty, or {@code /create/3}. */
  final String at;

  /** Field key to what was sent, null to clear. */
  final Map<String, Object> sent = new LinkedHashMap<>();

  /** Keys of the fields whose value differs from before; for a new record those that have one. */
  final Set<String> changed = new LinkedHashSet<>();

  /** Fields that this person may read and write on this row; null for all. */
  Set<String> readable;

  Set<String> writable;

  /** Fields whose value was refused already, so that nothing more is said of them. */
  final Set<String> refused = new HashSet<>();

  Pending(RowData before, RowData after, ObjectNode body, String at) {
    this.before = before;
    this.after = after;
    this.body = body;
    this.at = at;
  }

  boolean created() {
    return before == null;
  }

  String pointer(String field) {
    return at + "/values/" + field.replace("~", "~0").replace("/", "~1");
  }

  Optional<RecordType> type() {
    return Optional.ofNullable(after.type).flatMap(after.shape.def::type);
  }

  /** Notes what differs now that everything is computed. */
  void compare() {
    changed.clear();
    for (var field : after.shape.fields) {
      var now = after.values[field.number()];
      var then = before == null ? null : before.values[field.number()];
      var kept = field.kept() || field.storage() == io.tangram.core.field.Storage.CHILD_ROWS;
      if (kept && !field.same(then, now)) {
        changed.add(field.key());
      }
    }
  }

  boolean changedSystem() {
    return before != null
        && !(java.util.Objects.equals(before.state, after.state)
            && java.util.Objects.equals(before.type, after.type)
            && java.util.Objects.equals(before.owner, after.owner));
  }
}
