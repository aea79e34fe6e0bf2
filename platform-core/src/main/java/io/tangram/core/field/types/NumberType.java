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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** An exact decimal of up to forty digits; {@code scale} bounds those behind the point. */
@Singleton
final class NumberType extends OneColumn<BigDecimal> {
  NumberType() {
    super("number", ColumnType.NUMBER, Comparisons.ORDER);
  }

  @Override
  public ObjectNode words() {
    return Words.none()
        .integer("scale", 0, 20)
        .number("min")
        .number("max")
        .text("unit", "^.{1,20}$")
        .schema();
  }

  @Override
  public void check(FieldDef field, Violations violations) {
    if (field.words().has("min")
        && field.words().has("max")
        && field.word("min").decimalValue().compareTo(field.word("max").decimalValue()) > 0) {
      violations.add("/max", "number.bounds");
    }
  }

  @Override
  public BigDecimal read(JsonNode json, FieldDef field) throws InvalidValue {
    var number = scaled(Decimals.read(json), field);
    var min = field.word("min");
    if (min.isNumber() && number.compareTo(min.decimalValue()) < 0) {
      throw new InvalidValue("number.min", min.asText());
    }
    var max = field.word("max");
    if (max.isNumber() && number.compareTo(max.decimalValue()) > 0) {
      throw new InvalidValue("number.max", max.asText());
    }
    return number;
  }

  private static BigDecimal scaled(BigDecimal number, FieldDef field) throws InvalidValue {
    var scale = field.word("scale");
    return scale.isInt() ? Decimals.within(number, scale.intValue()) : number;
  }

  @Override
  Object operand(JsonNode json, FieldDef field) throws InvalidValue {
    return Decimals.read(json);
  }

  @Override
  public void write(BigDecimal value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeString(value.toPlainString());
  }

  @Override
  public boolean same(BigDecimal one, BigDecimal other) {
    return one == other || (one != null && other != null && one.compareTo(other) == 0);
  }

  @Override
  Object bound(BigDecimal value) {
    return value;
  }

  @Override
  BigDecimal fetched(ResultSet row, int index) throws SQLException {
    return row.getBigDecimal(index);
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.NUMBER;
  }

  @Override
  public BigDecimal fromFormula(Object result, FieldDef field) throws InvalidValue {
    if (result == null) {
      return null;
    }
    if (!(result instanceof BigDecimal number)) {
      throw new InvalidValue("number.type");
    }
    var scale = field.word("scale");
    return Decimals.bounded(
        scale.isInt() ? number.setScale(scale.intValue(), RoundingMode.HALF_UP) : number);
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return Optional.ofNullable(number(source, from, columns))
        .map(
            number ->
                to.word("scale").isInt()
                    ? Convert.scaled(number, to.word("scale").intValue())
                    : number)
        .map(Conversion::trying);
  }

  /** What stands for a number in another type's columns; null where nothing does. */
  static Field<?> number(FieldType<?> source, FieldDef from, List<Field<?>> columns) {
    var main = Convert.main(source, from).orElse(ColumnType.JSON);
    return switch (main) {
      case NUMBER -> columns.get(0);
      case BOOL -> DSL.field("cast({0} as int)::numeric", SQLDataType.NUMERIC, columns.get(0));
      case TEXT, WORDS -> source.asText(columns, from).map(Convert::number).orElse(null);
      default -> null;
    };
  }

  @Override
  public boolean holds(ValueType result) {
    return result == ValueType.NUMBER;
  }
}
