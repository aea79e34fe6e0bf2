package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.Conversion;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Texts of any length, as they were typed. */
abstract class AnyText extends OneColumn<String> {
  private static final int LONGEST_UNIQUE = 255;

  private final int usual;
  private final int most;

  /**
   * @param usual characters where the document says nothing
   * @param most characters a document may ask for
   */
  AnyText(String key, ColumnType column, Set<FilterOp> operators, int usual, int most) {
    super(key, column, operators);
    this.usual = usual;
    this.most = most;
  }

  @Override
  public ObjectNode words() {
    return Words.none().integer("max", 1, most).schema();
  }

  final int most(FieldDef field) {
    return field.word("max").asInt(usual);
  }

  /** An entry of an index has at most some 2,700 bytes. */
  @Override
  public boolean unique(FieldDef field) {
    return most(field) <= LONGEST_UNIQUE && super.unique(field);
  }

  @Override
  public String read(JsonNode json, FieldDef field) throws InvalidValue {
    return Texts.read(json, most(field));
  }

  @Override
  Object operand(JsonNode json, FieldDef field) throws InvalidValue {
    return Texts.read(json, most);
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
  public ValueType valueType(FieldDef field) {
    return ValueType.TEXT;
  }

  @Override
  public String fromFormula(Object result, FieldDef field) throws InvalidValue {
    if (result == null) {
      return null;
    }
    var text = result instanceof BigDecimal number ? number.toPlainString() : result.toString();
    Texts.check(text, most(field));
    return text.isEmpty() ? null : text;
  }

  @Override
  public Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    return Optional.of(columns.get(0).cast(SQLDataType.CLOB));
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return source
        .asText(columns, from)
        .map(
            text ->
                Conversion.trying(
                    DSL.field(
                        "case when length({0}) <= {1} then {0} end",
                        SQLDataType.CLOB, text, DSL.inline(most(to)))));
  }
}
