package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.field.Storage;
import io.tangram.core.field.SubRow;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violations;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/** Rows of their own below a record, in their order; the list that is sent replaces the old one. */
@Singleton
final class SubtableType implements FieldType<List<SubRow>> {
  static final int MOST = 1000;
  private final Provider<FieldTypes> types;

  @Inject
  SubtableType(Provider<FieldTypes> types) {
    this.types = types;
  }

  @Override
  public String key() {
    return "subtable";
  }

  @Override
  public ObjectNode words() {
    return Words.none()
        .with("fields", JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/columns"))
        .schema();
  }

  @Override
  public List<String> requiredWords() {
    return List.of("fields");
  }

  @Override
  public void check(FieldDef field, Violations violations) {
    if (field.computed()) {
      violations.add("/formula", "field.formula.not_here");
    }
  }

  @Override
  public boolean inSubtable() {
    return false;
  }

  @Override
  public Storage storage(FieldDef field) {
    return Storage.CHILD_ROWS;
  }

  @Override
  public List<ColumnDef> columns(FieldDef field) {
    return List.of();
  }

  @Override
  public List<SubRow> read(JsonNode json, FieldDef field) throws InvalidValue {
    if (!json.isArray()) {
      throw new InvalidValue("list.type");
    }
    if (json.size() > MOST) {
      throw new InvalidValue("list.long", MOST);
    }
    var rows = new ArrayList<SubRow>();
    var faults = new Violations();
    for (int i = 0; i < json.size(); i++) {
      rows.add(row(json.get(i), field, "/" + i, faults));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults.list());
    }
    return rows.isEmpty() ? null : rows;
  }

  private SubRow row(JsonNode json, FieldDef field, String at, Violations faults) {
    var values = new LinkedHashMap<String, Object>();
    Optional<UUID> id = Optional.empty();
    if (!json.isObject() || !json.path("values").isObject()) {
      faults.add(at, "subtable.row");
      return new SubRow(id, values);
    }
    if (!json.path("id").isMissingNode() && !json.path("id").isNull()) {
      try {
        id = Optional.ofNullable(Uuids.read(json.get("id")));
      } catch (InvalidValue e) {
        e.violations().forEach(v -> faults.addAll(List.of(v.under(at + "/id"))));
      }
    }
    for (var value : json.get("values").properties()) {
      cell(field, value.getKey(), value.getValue(), at + "/values/", faults, values);
    }
    return new SubRow(id, values);
  }

  private void cell(
      FieldDef field,
      String key,
      JsonNode json,
      String at,
      Violations faults,
      Map<String, Object> values) {
    var column = field.field(key);
    if (column.isEmpty()) {
      faults.add(at + pointer(key), "value.unknown");
      return;
    }
    var type = types.get().of(column.get());
    if (!type.writable(column.get())) {
      faults.add(at + key, "value.computed");
      return;
    }
    try {
      values.put(key, json.isNull() ? null : type.read(json, column.get()));
    } catch (InvalidValue e) {
      e.violations().forEach(v -> faults.addAll(List.of(v.under(at + key))));
    }
  }

  private static String pointer(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  @Override
  public void write(List<SubRow> value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (var row : value) {
      json.writeStartObject();
      if (row.id().isPresent()) {
        json.writeStringField("id", row.id().get().toString());
      }
      json.writeObjectFieldStart("values");
      for (var column : field.fields()) {
        json.writeFieldName(column.key());
        var cell = row.values().get(column.key());
        if (cell == null) {
          json.writeNull();
        } else {
          types.get().of(column).write(cell, column, json);
        }
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public Object[] toColumns(List<SubRow> value, FieldDef field) {
    return new Object[0];
  }

  @Override
  public List<SubRow> fromColumns(ResultSet row, int index, FieldDef field) {
    throw new IllegalStateException("a sub-table has no columns in its record's row");
  }

  @Override
  public Set<FilterOp> operators(FieldDef field) {
    return Set.of();
  }

  @Override
  public Condition condition(FilterOp op, List<Field<?>> columns, FieldDef field) {
    throw new IllegalArgumentException("a sub-table takes no operator");
  }

  @Override
  public Object[] operands(FilterOp op, JsonNode operand, FieldDef field) {
    throw new IllegalArgumentException("a sub-table takes no operator");
  }

  @Override
  public List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    return List.of();
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.LIST;
  }

  /** Each row as a map of what its cells are in formulas. */
  @Override
  public Object toFormula(List<SubRow> value, FieldDef field) {
    if (value == null) {
      return List.of();
    }
    var rows = new ArrayList<Map<String, Object>>();
    for (var row : value) {
      var cells = new LinkedHashMap<String, Object>();
      for (var column : field.fields()) {
        var cell = row.values().get(column.key());
        cells.put(
            column.key(), cell == null ? null : types.get().of(column).toFormula(cell, column));
      }
      rows.add(cells);
    }
    return rows;
  }

  @Override
  public List<SubRow> fromFormula(Object result, FieldDef field) throws InvalidValue {
    if (result == null) {
      return null;
    }
    throw new InvalidValue("subtable.row");
  }
}
