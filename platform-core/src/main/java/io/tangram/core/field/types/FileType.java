package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FileRef;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.field.Link;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/** Files, one or ({@code many}) several; kept with name, size and media type beside the record. */
@Singleton
final class FileType implements FieldType<List<FileRef>> {
  private static final int MOST = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String key() {
    return "file";
  }

  @Override
  public ObjectNode words() {
    return Words.none().flag("many").integer("max", 1, MOST).schema();
  }

  private static int most(FieldDef field) {
    return field.word("many").asBoolean() ? field.word("max").asInt(MOST) : 1;
  }

  @Override
  public List<ColumnDef> columns(FieldDef field) {
    return List.of(ColumnDef.main(ColumnType.JSON));
  }

  @Override
  public List<FileRef> read(JsonNode json, FieldDef field) throws InvalidValue {
    if (!json.isArray()) {
      throw new InvalidValue("file.type");
    }
    if (json.size() > most(field)) {
      throw new InvalidValue("file.many", most(field));
    }
    var files = new LinkedHashMap<UUID, FileRef>();
    for (int i = 0; i < json.size(); i++) {
      var id = json.get(i).path("id").isTextual() ? Uuids.read(json.get(i).get("id")) : null;
      if (id == null) {
        throw new InvalidValue(List.of(Violation.at("/" + i + "/id", "id.type")));
      }
      files.put(id, file(json.get(i), id));
    }
    return files.isEmpty() ? null : List.copyOf(files.values());
  }

  private static FileRef file(JsonNode json, UUID id) {
    return new FileRef(
        id,
        json.path("name").asText(""),
        json.path("size").asLong(0),
        json.path("type").asText(""));
  }

  @Override
  public void write(List<FileRef> value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (var file : value) {
      json.writeStartObject();
      json.writeStringField("id", file.id().toString());
      json.writeStringField("name", file.name());
      json.writeNumberField("size", file.size());
      json.writeStringField("type", file.type());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The same files are the same, whatever a client says of their names. */
  @Override
  public boolean same(List<FileRef> one, List<FileRef> other) {
    return linked(one).equals(linked(other));
  }

  @Override
  public Object[] toColumns(List<FileRef> value, FieldDef field) {
    if (value == null || value.isEmpty()) {
      return new Object[] {null};
    }
    var list = JsonNodeFactory.instance.arrayNode();
    for (var file : value) {
      list.addObject()
          .put("id", file.id().toString())
          .put("name", file.name())
          .put("size", file.size())
          .put("type", file.type());
    }
    return new Object[] {list.toString()};
  }

  @Override
  public List<FileRef> fromColumns(ResultSet row, int index, FieldDef field) throws SQLException {
    var text = row.getString(index);
    if (text == null) {
      return null;
    }
    var files = new ArrayList<FileRef>();
    for (var file : parsed(text)) {
      files.add(file(file, UUID.fromString(file.path("id").asText())));
    }
    return files;
  }

  private static JsonNode parsed(String text) throws SQLException {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new SQLException("a jsonb column holds no JSON", e);
    }
  }

  @Override
  public Set<FilterOp> operators(FieldDef field) {
    return Comparisons.EMPTINESS;
  }

  @Override
  public Condition condition(FilterOp op, List<Field<?>> columns, FieldDef field) {
    return Comparisons.of(op, columns.get(0), ColumnType.JSON);
  }

  @Override
  public Object[] operands(FilterOp op, JsonNode operand, FieldDef field) {
    return new Object[0];
  }

  @Override
  public List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    return List.of();
  }

  @Override
  public Optional<Link> link(FieldDef field) {
    return Optional.of(Link.of(Link.Kind.FILE));
  }

  @Override
  public List<UUID> linked(List<FileRef> value) {
    return value == null ? List.of() : value.stream().map(FileRef::id).toList();
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.LIST;
  }

  @Override
  public Object toFormula(List<FileRef> value, FieldDef field) {
    return value == null ? null : value.stream().map(FileRef::name).toList();
  }

  @Override
  public List<FileRef> fromFormula(Object result, FieldDef field) throws InvalidValue {
    if (result == null) {
      return null;
    }
    throw new InvalidValue("file.type");
  }
}
