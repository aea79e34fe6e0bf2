package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.Conversion;
import io.tangram.core.field.DateRange;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** From a day to a day, or with {@code time} from a moment to a moment; never one end alone. */
@Singleton
final class DateRangeType implements FieldType<DateRange> {
  @Override
  public String key() {
    return "daterange";
  }

  @Override
  public ObjectNode words() {
    return Words.none().flag("time").schema();
  }

  private static boolean timed(FieldDef field) {
    return field.word("time").asBoolean();
  }

  private static ColumnType column(FieldDef field) {
    return timed(field) ? ColumnType.TIMESTAMP : ColumnType.DATE;
  }

  @Override
  public List<ColumnDef> columns(FieldDef field) {
    return List.of(ColumnDef.main(column(field)), new ColumnDef("end", column(field)));
  }

  @Override
  public DateRange read(JsonNode json, FieldDef field) throws InvalidValue {
    if (!json.isObject()) {
      throw new InvalidValue("daterange.type");
    }
    for (var names = json.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (!name.equals("start") && !name.equals("end")) {
        throw new InvalidValue(List.of(Violation.at("/" + name, "value.unknown")));
      }
    }
    var start = end(json, "start", field);
    var end = end(json, "end", field);
    if (before(end, start)) {
      throw new InvalidValue(List.of(Violation.at("/end", "daterange.order")));
    }
    return new DateRange(start, end);
  }

  private static Object end(JsonNode json, String name, FieldDef field) throws InvalidValue {
    var value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw new InvalidValue(List.of(Violation.at("/" + name, "field.required")));
    }
    try {
      return timed(field) ? Times.instant(value) : Times.date(value);
    } catch (InvalidValue e) {
      throw new InvalidValue(e.violations().stream().map(v -> v.under("/" + name)).toList());
    }
  }

  private static boolean before(Object one, Object other) {
    return one instanceof Instant moment
        ? moment.isBefore((Instant) other)
        : ((LocalDate) one).isBefore((LocalDate) other);
  }

  @Override
  public void write(DateRange value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("start", value.start().toString());
    json.writeStringField("end", value.end().toString());
    json.writeEndObject();
  }

  @Override
  public Object[] toColumns(DateRange value, FieldDef field) {
    return value == null
        ? new Object[] {null, null}
        : new Object[] {bound(value.start()), bound(value.end())};
  }

  private static Object bound(Object end) {
    return end instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : end;
  }

  @Override
  public DateRange fromColumns(ResultSet row, int index, FieldDef field) throws SQLException {
    var start = fetched(row, index, field);
    var end = fetched(row, index + 1, field);
    return start == null || end == null ? null : new DateRange(start, end);
  }

  private static Object fetched(ResultSet row, int index, FieldDef field) throws SQLException {
    return timed(field) ? Times.instant(row, index) : row.getObject(index, LocalDate.class);
  }

  @Override
  public Set<FilterOp> operators(FieldDef field) {
    return EnumSet.of(
        FilterOp.EQ,
        FilterOp.NE,
        FilterOp.LT,
        FilterOp.LTE,
        FilterOp.GT,
        FilterOp.GTE,
        FilterOp.BETWEEN,
        FilterOp.CONTAINS,
        FilterOp.WITHIN,
        FilterOp.EMPTY,
        FilterOp.NOT_EMPTY);
  }

  /**
   * {@code eq} and {@code ne} take a range, {@code contains} a day that lies in it, {@code within}
   * a range in which it lies; the others compare its start.
   */
  @Override
  public Condition condition(FilterOp op, List<Field<?>> columns, FieldDef field) {
    var start = columns.get(0);
    var end = columns.get(1);
    var one = column(field).placeholder();
    var two = column(field).placeholder();
    return switch (op) {
      case EQ -> DSL.condition("({0} = {2} and {1} = {3})", start, end, one, two);
      case NE ->
          DSL.condition(
              "({0} is distinct from {2} or {1} is distinct from {3})", start, end, one, two);
      case CONTAINS -> DSL.condition("{2} between {0} and {1}", start, end, one);
      case WITHIN -> DSL.condition("({0} >= {2} and {1} <= {3})", start, end, one, two);
      default -> Comparisons.of(op, start, column(field));
    };
  }

  @Override
  public Object[] operands(FilterOp op, JsonNode operand, FieldDef field) throws InvalidValue {
    return switch (op) {
      case EQ, NE, WITHIN -> toColumns(read(operand, field), field);
      case CONTAINS -> new Object[] {Comparisons.present(operand, json -> one(json, field))};
      default -> Comparisons.operands(op, operand, json -> one(json, field));
    };
  }

  private static Object one(JsonNode json, FieldDef field) throws InvalidValue {
    return bound(timed(field) ? Times.instant(json) : Times.date(json));
  }

  @Override
  public List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    return List.copyOf(columns);
  }

  @Override
  public ValueType valueType(FieldDef field) {
    return ValueType.RECORD;
  }

  @Override
  public Map<String, ValueType> parts(FieldDef field) {
    var type = timed(field) ? ValueType.DATETIME : ValueType.DATE;
    return Map.of("start", type, "end", type);
  }

  @Override
  public Optional<Field<?>> part(String part, List<Field<?>> columns, FieldDef field) {
    return switch (part) {
      case "start" -> Optional.of(columns.get(0));
      case "end" -> Optional.of(columns.get(1));
      default -> Optional.empty();
    };
  }

  @Override
  public Object toFormula(DateRange value, FieldDef field) {
    return value == null ? null : Map.of("start", value.start(), "end", value.end());
  }

  @Override
  public DateRange fromFormula(Object result, FieldDef field) throws InvalidValue {
    if (result == null) {
      return null;
    }
    if (!(result instanceof Map<?, ?> parts)) {
      throw new InvalidValue("daterange.type");
    }
    var start = parts.get("start");
    var end = parts.get("end");
    return start == null || end == null
        ? null
        : timed(field)
            ? new DateRange(Times.moment(start), Times.moment(end))
            : new DateRange(Times.day(start), Times.day(end));
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    List<Field<?>> ends = columns.size() == 2 ? List.of(columns.get(1)) : columns;
    var start = ends(source, from, columns, to);
    return start.flatMap(
        s -> ends(source, from, ends, to).map(e -> new Conversion(List.of(s, e), true)));
  }

  private static Optional<Field<?>> ends(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return timed(to) ? Times.moments(source, from, columns) : Times.days(source, from, columns);
  }

  @Override
  public Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    var start = timed(field) ? Times.text(columns.get(0)) : Convert.text(columns.get(0));
    var end = timed(field) ? Times.text(columns.get(1)) : Convert.text(columns.get(1));
    return Optional.of(DSL.field("{0} || '/' || {1}", SQLDataType.CLOB, start, end));
  }
}
