package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A day, without a time and without a zone; or a month, kept as its first day. */
@Singleton
final class DateType extends OneColumn<LocalDate> {
  DateType() {
    super("date", ColumnType.DATE, Comparisons.ORDER);
  }

  @Override
  public ObjectNode words() {
    return Words.none().oneOf("precision", "day", "month").schema();
  }

  @Override
  public LocalDate read(JsonNode json, FieldDef field) throws InvalidValue {
    if (!months(field)) {
      return Times.date(json);
    }
    var day = Times.date(json.isTextual() && json.textValue().length() == 7 ? first(json) : json);
    if (day.getDayOfMonth() != 1) {
      throw new InvalidValue("date.month");
    }
    return day;
  }

  private static JsonNode first(JsonNode month) {
    return TextNode.valueOf(month.textValue() + "-01");
  }

  private static boolean months(FieldDef field) {
    return field.word("precision").asText().equals("month");
  }

  @Override
  Object operand(JsonNode json, FieldDef field) throws InvalidValue {
    return Times.date(json);
  }

  @Override
  public void write(LocalDate value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeString(value.toString());
  }

  @Override
  Object bound(LocalDate value) {
    return value;
  }

  @Override
  LocalDate fetched(ResultSet row, int index) throws SQLException {
    return row.getObject(index, LocalDate.class);
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.DATE;
  }

  @Override
  public LocalDate fromFormula(Object result, FieldDef field) throws InvalidValue {
    var day = Times.day(result);
    return day != null && months(field) ? day.withDayOfMonth(1) : day;
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return Times.days(source, from, columns)
        .map(
            day ->
                months(to)
                    ? DSL.field(
                        "cast(date_trunc('month', {0}) as date)", SQLDataType.LOCALDATE, day)
                    : day)
        .map(Conversion::trying);
  }

  @Override
  public boolean keeps(FieldDef from, FieldDef to) {
    // days that are not the first would be no months
    return super.keeps(from, to) && (!months(to) || months(from));
  }

  @Override
  public boolean holds(ValueType result) {
    return result == ValueType.DATE;
  }
}
