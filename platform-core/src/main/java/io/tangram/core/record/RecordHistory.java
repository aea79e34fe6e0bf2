package io.tangram.core.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.access.Actor;
import io.tangram.core.access.SystemNames;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells what happened to a record, to whoever may read it, only of fields that show to them. */
@ApplicationScoped
public class RecordHistory {
  private final MetadataCatalog catalog;
  private final TableShapes shapes;
  private final RecordQuery query;
  private final HistoryStore store;
  private final Organisation organisation;
  private final RecordJson records;
  private final ObjectMapper json;
  private final CursorSeal cursors;

  RecordHistory(
      MetadataCatalog catalog,
      TableShapes shapes,
      RecordQuery query,
      HistoryStore store,
      Organisation organisation,
      RecordJson records,
      ObjectMapper json,
      CursorSeal cursors) {
    this.catalog = catalog;
    this.shapes = shapes;
    this.query = query;
    this.store = store;
    this.organisation = organisation;
    this.records = records;
    this.json = json;
    this.cursors = cursors;
  }

  byte[] page(String app, String table, UUID id, String limit, String after, Actor actor) {
    var shape = shapes.table(catalog.current(app), table);
    var shown =
        query
            .tryFind(shape, id, actor)
            .orElseThrow(() -> ProblemException.of(ErrorCode.RECORD_NOT_FOUND));
    var most = limit(limit);
    var place = "history/" + id;
    var before = after == null ? Long.MAX_VALUE : Long.parseLong(cursors.open(after, place).get(0));
    var lines = store.page(app, table, id, before, most + 1);
    var page = lines.subList(0, Math.min(most, lines.size()));
    var names =
        organisation.names(
            page.stream().flatMap(l -> l.actor().stream()).collect(Collectors.toSet()));
    return records.bytes(
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("items");
          for (var line : page) {
            line(line, shown.fields(), names, out);
          }
          out.writeEndArray();
          out.writeStringField(
              "next",
              lines.size() > most
                  ? cursors.seal(List.of(Long.toString(page.get(most - 1).id())), place)
                  : null);
          out.writeEndObject();
        });
  }

  private static int limit(String text) {
    if (text == null) {
      return 50;
    }
    try {
      var limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= 1000) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // refused below like a number that does not fit
    }
    throw ProblemException.of(
        ErrorCode.QUERY_INVALID, List.of(Violation.at("/limit", "query.number", 1, 1000)));
  }

  private void line(
      HistoryStore.Line line, Set<String> fields, Map<UUID, String> names, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeNumberField("version", line.version());
    out.writeStringField("kind", line.kind());
    out.writeStringField("at", line.at().toInstant().toString());
    out.writeStringField("actor", line.actor().map(UUID::toString).orElse(null));
    out.writeStringField("actorName", line.actor().map(names::get).orElse(null));
    out.writeStringField("cause", line.cause());
    out.writeStringField("reference", line.reference().orElse(null));
    out.writeObjectFieldStart("changes");
    for (var change : line.changes().properties()) {
      if (fields.contains(change.getKey()) || SystemNames.find(change.getKey()).isPresent()) {
        out.writeFieldName(change.getKey());
        json.writeTree(out, change.getValue());
      }
    }
    out.writeEndObject();
    out.writeEndObject();
  }
}
