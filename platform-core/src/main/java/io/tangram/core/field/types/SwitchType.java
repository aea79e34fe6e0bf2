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
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Yes or no; empty as long as nobody said either. */
@Singleton
final class SwitchType extends OneColumn<Boolean> {
  SwitchType() {
    super("switch", ColumnType.BOOL, Comparisons.EQUALITY);
  }

  @Override
  public ObjectNode words() {
    return Words.none().schema();
  }

  @Override
  public Boolean read(JsonNode json, FieldDef field) throws InvalidValue {
    if (!json.isBoolean()) {
      throw new InvalidValue("switch.type");
    }
    return json.booleanValue();
  }

  @Override
  public void write(Boolean value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeBoolean(value);
  }

  @Override
  Object bound(Boolean value) {
    return value;
  }

  @Override
  Boolean fetched(ResultSet row, int index) throws SQLException {
    var value = row.getBoolean(index);
    return row.wasNull() ? null : value;
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.BOOL;
  }

  @Override
  public Boolean fromFormula(Object result, FieldDef field) throws InvalidValue {
    if (result == null) {
      return null;
    }
    if (result instanceof Boolean value) {
      return value;
    }
    throw new InvalidValue("switch.type");
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return switch (Convert.main(source, from).orElse(ColumnType.JSON)) {
      case BOOL -> Optional.of(Conversion.safe(columns.get(0)));
      case NUMBER ->
          Optional.of(Conversion.safe(DSL.field("{0} <> 0", SQLDataType.BOOLEAN, columns.get(0))));
      case TEXT, WORDS ->
          source
              .asText(columns, from)
              .map(
                  text ->
                      Conversion.trying(
                          DSL.field(
                              "case when lower(trim({0})) in ('true', 'yes', 'y', '1', '是', '对',"
                                  + " '有') then true when lower(trim({0})) in ('false', 'no', 'n',"
                                  + " '0', '否', '不', '无') then false end",
                              SQLDataType.BOOLEAN, text)));
      default -> Optional.empty();
    };
  }

  @Override
  public boolean holds(ValueType result) {
    return result == ValueType.BOOL;
  }
}
