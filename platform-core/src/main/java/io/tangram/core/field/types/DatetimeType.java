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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/** A moment, kept and answered in UTC, to the microsecond. */
@Singleton
final class DatetimeType extends OneColumn<Instant> {
  DatetimeType() {
    super("datetime", ColumnType.TIMESTAMP, Comparisons.ORDER);
  }

  @Override
  public ObjectNode words() {
    return Words.none().schema();
  }

  @Override
  public Instant read(JsonNode json, FieldDef field) throws InvalidValue {
    return Times.instant(json);
  }

  @Override
  public void write(Instant value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeString(value.toString());
  }

  @Override
  Object bound(Instant value) {
    return value.atOffset(ZoneOffset.UTC);
  }

  @Override
  Instant fetched(ResultSet row, int index) throws SQLException {
    return Times.instant(row, index);
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.DATETIME;
  }

  @Override
  public Instant fromFormula(Object result, FieldDef field) throws InvalidValue {
    return Times.moment(result);
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return Times.moments(source, from, columns).map(Conversion::trying);
  }

  @Override
  public Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    return Optional.of(Times.text(columns.get(0)));
  }

  @Override
  public boolean holds(ValueType result) {
    return result == ValueType.DATETIME;
  }
}
