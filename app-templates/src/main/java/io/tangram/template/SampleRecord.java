package io.tangram.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sample record, put together from lines of a file. A column is a field, {@code field.part} a
 * part of its value or a column of a sub-table; a line that fills only columns of sub-tables is one
 * more row of the record above. Lists are parted by semicolons.
 *
 * @param type business kind, from the column {@code type}
 * @param state from the column {@code state}
 * @param values in the JSON shapes of the API
 */
record SampleRecord(Optional<String> type, Optional<String> state, ObjectNode values) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static List<SampleRecord> of(List<Map<String, String>> lines, TableDef table, FieldTypes types) {
    var records = new ArrayList<SampleRecord>();
    for (var line : lines) {
      var below = line.keySet().stream().allMatch(column -> inside(column, table).isPresent());
      if (!below || records.isEmpty()) {
        records.add(
            new SampleRecord(
                Optional.ofNullable(line.get("type")),
                Optional.ofNullable(line.get("state")),
                NODES.objectNode()));
      }
      records.get(records.size() - 1).add(line, table, types);
    }
    return records;
  }

  private void add(Map<String, String> line, TableDef table, FieldTypes types) {
    line.forEach(
        (column, cell) -> {
          if (!column.equals("type")
              && !column.equals("state")
              && inside(column, table).isEmpty()) {
            put(values, column, cell, table.fields(), types);
          }
        });
    for (var field : table.fields()) {
      var row = NODES.objectNode();
      var prefix = field.key() + ".";
      line.forEach(
          (column, cell) -> {
            if (inside(column, table).filter(field::equals).isPresent()) {
              put(row, column.substring(prefix.length()), cell, field.fields(), types);
            }
          });
      if (!row.isEmpty()) {
        values.withArray("/" + field.key()).addObject().set("values", row);
      }
    }
  }

  private static void put(
      ObjectNode into, String column, String cell, List<FieldDef> fields, FieldTypes types) {
    var dot = column.indexOf('.');
    if (dot > 0) {
      into.withObject("/" + column.substring(0, dot)).put(column.substring(dot + 1), cell);
      return;
    }
    var field = fields.stream().filter(f -> f.key().equals(column)).findFirst();
    // an unknown column is kept, so that the record's own check names it
    into.set(
        column, field.map(f -> value(cell, types.of(f).valueType(f))).orElse(NODES.textNode(cell)));
  }

  private static JsonNode value(String cell, ValueType type) {
    return switch (type) {
      case BOOL -> NODES.booleanNode(Boolean.parseBoolean(cell));
      case LIST -> {
        var list = NODES.arrayNode();
        for (var part : cell.split(";")) {
          list.add(part.strip());
        }
        yield list;
      }
      default -> NODES.textNode(cell);
    };
  }

  private static Optional<FieldDef> inside(String column, TableDef table) {
    var dot = column.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : table.field(column.substring(0, dot)).filter(field -> !field.fields().isEmpty());
  }
}
