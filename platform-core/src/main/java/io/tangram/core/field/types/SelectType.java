package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.Conversion;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;

/** One of several options, kept by its key. */
@Singleton
final class SelectType extends OneColumn<String> {
  SelectType() {
    super("select", ColumnType.WORDS, Comparisons.EQUALITY);
  }

  @Override
  public ObjectNode words() {
    return Words.none().with("options", Options.schema()).schema();
  }

  @Override
  public void check(FieldDef field, Violations violations) {
    Options.of(field).check(field, violations);
  }

  @Override
  public String read(JsonNode json, FieldDef field) throws InvalidValue {
    return Options.read(json, field);
  }

  @Override
  Object operand(JsonNode json, FieldDef field) throws InvalidValue {
    return Texts.read(json, TextType.USUAL);
  }

  @Override
  public void write(String value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeString(value);
  }

  @Override
  Object bound(String value) {
    return value;
  }

  @Override
  String fetched(ResultSet row, int index) throws SQLException {
    return row.getString(index);
  }

  @Override
  public List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    var options = Options.of(field);
    return options.labels().isEmpty() ? List.of() : List.of(options.position(columns.get(0)));
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.TEXT;
  }

  @Override
  public String fromFormula(Object result, FieldDef field) throws InvalidValue {
    return result == null ? null : Options.known(result.toString(), field);
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return source.asText(columns, from).map(text -> Conversion.trying(Options.of(to).find(text)));
  }

  @Override
  public Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    return Optional.of(Options.of(field).label(columns.get(0)));
  }

  @Override
  public Set<String> choices(FieldDef field) {
    return Options.of(field).labels().keySet();
  }
}
