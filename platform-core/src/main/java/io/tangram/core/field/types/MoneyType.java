package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.Conversion;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.field.Money;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** An amount with its currency, in two columns. */
@Singleton
final class MoneyType implements FieldType<Money> {
  private static final String CURRENCY = "^[A-Z]{3}$";
  private static final Pattern CURRENCIES = Pattern.compile(CURRENCY);
  private static final String USUAL = "CNY";
  private static final int SCALE = 2;

  @Override
  public String key() {
    return "money";
  }

  @Override
  public ObjectNode words() {
    return Words.none().text("currency", CURRENCY).integer("scale", 0, 8).schema();
  }

  @Override
  public List<ColumnDef> columns(FieldDef field) {
    return List.of(ColumnDef.main(ColumnType.NUMBER), new ColumnDef("currency", ColumnType.WORDS));
  }

  @Override
  public Money read(JsonNode json, FieldDef field) throws InvalidValue {
    if (!json.isObject()) {
      throw new InvalidValue("money.type");
    }
    for (var names = json.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (!name.equals("amount") && !name.equals("currency")) {
        throw new InvalidValue(List.of(Violation.at("/" + name, "value.unknown")));
      }
    }
    if (json.path("amount").isNull() || json.path("amount").isMissingNode()) {
      throw new InvalidValue(List.of(Violation.at("/amount", "field.required")));
    }
    var amount = Decimals.within(Decimals.read(json.get("amount")), scale(field));
    return new Money(amount, currency(json.path("currency"), field));
  }

  private static String currency(JsonNode json, FieldDef field) throws InvalidValue {
    if (json.isMissingNode() || json.isNull()) {
      return usual(field);
    }
    if (!json.isTextual() || !CURRENCIES.matcher(json.textValue()).matches()) {
      throw new InvalidValue(List.of(Violation.at("/currency", "money.currency")));
    }
    return json.textValue();
  }

  private static String usual(FieldDef field) {
    return field.word("currency").asText(USUAL);
  }

  private static int scale(FieldDef field) {
    return field.word("scale").asInt(SCALE);
  }

  @Override
  public void write(Money value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("amount", value.amount().toPlainString());
    json.writeStringField("currency", value.currency());
    json.writeEndObject();
  }

  @Override
  public boolean same(Money one, Money other) {
    if (one == null || other == null) {
      return one == other;
    }
    return one.amount().compareTo(other.amount()) == 0 && one.currency().equals(other.currency());
  }

  @Override
  public Object[] toColumns(Money value, FieldDef field) {
    return value == null
        ? new Object[] {null, null}
        : new Object[] {value.amount(), value.currency()};
  }

  @Override
  public Money fromColumns(ResultSet row, int index, FieldDef field) throws SQLException {
    var amount = row.getBigDecimal(index);
    if (amount == null) {
      return null;
    }
    var currency = row.getString(index + 1);
    return new Money(amount, currency == null ? usual(field) : currency);
  }

  @Override
  public Set<FilterOp> operators(FieldDef field) {
    return Comparisons.ORDER;
  }

  /** Compares amounts; a filter that means one currency says so beside. */
  @Override
  public Condition condition(FilterOp op, List<Field<?>> columns, FieldDef field) {
    return Comparisons.of(op, columns.get(0), ColumnType.NUMBER);
  }

  @Override
  public Object[] operands(FilterOp op, JsonNode operand, FieldDef field) throws InvalidValue {
    return Comparisons.operands(
        op, operand, json -> Decimals.read(json.isObject() ? json.path("amount") : json));
  }

  @Override
  public List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    return List.of(columns.get(0));
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.RECORD;
  }

  @Override
  public Map<String, ValueType> parts(FieldDef field) {
    return Map.of("amount", ValueType.NUMBER, "currency", ValueType.TEXT);
  }

  @Override
  public Optional<Field<?>> part(String part, List<Field<?>> columns, FieldDef field) {
    return switch (part) {
      case "amount" -> Optional.of(columns.get(0));
      case "currency" -> Optional.of(columns.get(1));
      default -> Optional.empty();
    };
  }

  @Override
  public Object toFormula(Money value, FieldDef field) {
    return value == null
        ? null
        : Map.<String, Object>of("amount", value.amount(), "currency", value.currency());
  }

  @Override
  public Money fromFormula(Object result, FieldDef field) throws InvalidValue {
    if (result == null) {
      return null;
    }
    if (result instanceof BigDecimal amount) {
      var rounded = amount.setScale(scale(field), RoundingMode.HALF_UP);
      return new Money(Decimals.bounded(rounded), usual(field));
    }
    if (result instanceof Map<?, ?> parts
        && parts.get("amount") instanceof BigDecimal amount
        && parts.get("currency") instanceof String currency) {
      return new Money(amount, currency);
    }
    throw new InvalidValue("money.type");
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return Optional.<Field<?>>ofNullable(NumberType.number(source, from, columns))
        .map(number -> Convert.scaled(number, scale(to)))
        .map(
            amount ->
                Conversion.trying(
                    amount,
                    DSL.field(
                        "case when {0} is not null then {1} end",
                        SQLDataType.CLOB, amount, DSL.inline(usual(to)))));
  }

  @Override
  public Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    return Optional.of(
        DSL.field(
            "cast({0} as text) || ' ' || {1}", SQLDataType.CLOB, columns.get(0), columns.get(1)));
  }
}
