package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.access.Actor;
import io.tangram.core.access.Guard;
import io.tangram.core.access.May;
import io.tangram.core.access.SeenKind;
import io.tangram.core.access.TableRights;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.TableDef;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a table as far as a person's groups reach: with {@code may}, with {@code access} on each
 * field, without the fields that are hidden on every row. A table without any grant is absent.
 */
@Singleton
final class SeenTables implements SeenKind {
  private final Guard guard;
  private final TableShapes shapes;
  private final ObjectMapper json;

  SeenTables(Guard guard, TableShapes shapes, ObjectMapper json) {
    this.guard = guard;
    this.shapes = shapes;
    this.json = json;
  }

  @Override
  public String folder() {
    return "tables";
  }

  @Override
  public Map<String, JsonNode> seenBy(AppVersion version, Actor actor) {
    var seen = new LinkedHashMap<String, JsonNode>();
    var taking = guard.takingPart(version, actor);
    for (var table : version.all(TableDef.class).values()) {
      var rights = guard.rights(version, table, actor);
      Optional<JsonNode> document =
          rights.derived("seen", () -> document(version, table, rights, false));
      if (taking.contains(table.key())) {
        document =
            rights.derived("seen by taking part", () -> document(version, table, rights, true));
      }
      document.ifPresent(d -> seen.put(table.key(), d.deepCopy()));
    }
    return seen;
  }

  private Optional<JsonNode> document(
      AppVersion version, TableDef table, TableRights rights, boolean takesPart) {
    var may = json.createArrayNode();
    for (var one : May.values()) {
      if (rights.may(one)) {
        may.add(one.word());
      }
    }
    if (takesPart) {
      may.add(May.READ.word());
    }
    if (may.isEmpty()) {
      return Optional.empty();
    }
    var document = read(version, table);
    document.set("may", may);
    document.set("fields", fields(document, shapes.table(version, table.key()), rights));
    return Optional.of(document);
  }

  private ObjectNode read(AppVersion version, TableDef table) {
    try {
      var bytes = version.documents().get("tables/" + table.key() + ".json").bytes();
      return (ObjectNode) json.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ArrayNode fields(ObjectNode document, TableShape shape, TableRights rights) {
    var fields = json.createArrayNode();
    for (var field : document.path("fields")) {
      var key = field.path("key").asText();
      var readable = rights.known().contains(key);
      var writable = shape.byKey.get(key).writable() && rights.opens(key);
      if (readable || writable) {
        fields.add(((ObjectNode) field).put("access", writable ? "write" : "read"));
      }
    }
    return fields;
  }
}
