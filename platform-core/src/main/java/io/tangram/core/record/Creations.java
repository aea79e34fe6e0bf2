package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violations;
import io.tangram.core.record.RecordService.Written;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Creates one record, and recognises one that was created before: a client that got no answer sends
 * again under the same id.
 */
@Singleton
class Creations {
  private final RecordWriter writer;
  private final RowLoader loader;
  private final HistoryStore history;
  private final Changes changes;
  private final Listeners listeners;
  private final ObjectMapper json;

  Creations(
      RecordWriter writer,
      RowLoader loader,
      HistoryStore history,
      Changes changes,
      Listeners listeners,
      ObjectMapper json) {
    this.writer = writer;
    this.loader = loader;
    this.history = history;
    this.changes = changes;
    this.listeners = listeners;
    this.json = json;
  }

  Written one(RecordDraft draft, WriteContext context) {
    var violations = new Violations();
    var record = writer.draft(draft, context, "", violations);
    var taken = writer.create(List.of(record), context, violations);
    return taken.isEmpty()
        ? RecordService.written(listeners.latest(record.after), true)
        : again(record, context);
  }

  private Written again(Pending record, WriteContext context) {
    var same =
        history
            .creation(record.after.id)
            .filter(c -> c.actor().equals(Optional.of(context.actor().person())))
            .filter(c -> same(record, c.changes()));
    var row = same.flatMap(c -> find(context.shape(), record.after.id, context));
    return RecordService.written(
        row.orElseThrow(() -> ProblemException.of(ErrorCode.RECORD_EXISTS)), false);
  }

  /** Whether the first creation was by this body: whatever can be sent has the same value. */
  private boolean same(Pending record, JsonNode created) {
    var now = changes.of(record);
    for (var field : record.after.shape.fields) {
      var then = created.path(field.key()).path("to");
      var defaulted = !record.body.has(field.key()) && !field.def().defaultValue().isMissingNode();
      if (field.writable() && !defaulted && !equal(now.path(field.key()).path("to"), then)) {
        return false;
      }
    }
    return equal(now.path("type").path("to"), created.path("type").path("to"));
  }

  /** Rows of a sub-table got new ids this time. */
  private boolean equal(JsonNode one, JsonNode other) {
    return one.equals(other) || one.isArray() && withoutIds(one).equals(withoutIds(other));
  }

  private JsonNode withoutIds(JsonNode rows) {
    var copy = json.createArrayNode();
    for (var row : rows) {
      copy.add(row.has("values") ? row.get("values") : row);
    }
    return copy;
  }

  private Optional<RowData> find(TableShape shape, UUID id, WriteContext context) {
    var rows = loader.byIds(shape, List.of(id));
    loader.complete(shape, rows, context.actor());
    return rows.stream().findFirst();
  }
}
