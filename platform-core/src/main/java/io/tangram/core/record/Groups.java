package io.tangram.core.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.access.Asking;
import io.tangram.core.access.SqlText;
import io.tangram.core.access.TableRights;
import io.tangram.core.formula.ValueType;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import io.tangram.core.record.Query.Aggregate;
import io.tangram.core.record.Query.Count;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Field;

/** Counts, groups and sums over the rows a person sees. Rows that show no value count as empty. */
@Singleton
class Groups {
  private static final ObjectMapper PLANS = new ObjectMapper();

  private final DataSource dataSource;
  private final QueryTexts texts;

  Groups(DataSource dataSource, QueryTexts texts) {
    this.dataSource = dataSource;
    this.texts = texts;
  }

  /** Writes the member {@code count}. */
  void count(
      TableShape table,
      TableRights rights,
      Supplier<QuerySql> sql,
      Query query,
      Asking asking,
      JsonGenerator json)
      throws IOException {
    var exact = query.count() == Count.EXACT;
    var head = exact ? "select count(*) from " : "explain (format json) select 1 from ";
    var text =
        texts.text(
            rights,
            "count" + exact + '|' + query.shape(),
            () -> SqlText.join(head + table.from + " where ", sql.get().where(query)));
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(text.text())) {
      text.bind(statement, 1, asking, query.operands().iterator());
      try (var result = statement.executeQuery()) {
        result.next();
        json.writeObjectFieldStart("count");
        json.writeNumberField("value", exact ? result.getLong(1) : planned(result.getString(1)));
        json.writeBooleanField("exact", exact);
        json.writeEndObject();
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  private static long planned(String plan) throws IOException {
    return PLANS.readTree(plan).path(0).path("Plan").path("Plan Rows").asLong();
  }

  /** Writes the member {@code groups}: all of them, the one of the empties included. */
  void write(
      TableShape table,
      TableRights rights,
      Supplier<QuerySql> sql,
      Query query,
      Asking asking,
      JsonGenerator json)
      throws IOException {
    var text = texts.text(rights, "group|" + query.shape(), () -> text(table, sql.get(), query));
    json.writeArrayFieldStart("groups");
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(text.text())) {
      text.bind(statement, 1, asking, query.operands().iterator());
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          group(query, result, json);
        }
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
    json.writeEndArray();
  }

  private static SqlText text(TableShape table, QuerySql sql, Query query) {
    var selected = new ArrayList<Object>();
    var keys = new ArrayList<Object>();
    var place = 0;
    for (var field : query.group()) {
      for (var column : field.columns()) {
        comma(selected);
        selected.add(sql.shown(field, column));
        keys.add((keys.isEmpty() ? "" : ", ") + ++place);
      }
    }
    for (var aggregate : query.aggregates()) {
      for (var column : columns(aggregate, sql)) {
        comma(selected);
        selected.add(column);
      }
    }
    if (selected.isEmpty()) {
      selected.add("count(*)");
    }
    var all = new ArrayList<Object>();
    all.add("select ");
    all.addAll(selected);
    all.add(" from " + table.from + " where ");
    all.add(sql.where(query));
    if (!keys.isEmpty()) {
      all.add(" group by ");
      all.addAll(keys);
      all.add(" order by ");
      all.addAll(keys);
    }
    return SqlText.join(all.toArray());
  }

  private static void comma(List<Object> pieces) {
    if (!pieces.isEmpty()) {
      pieces.add(", ");
    }
  }

  /** One column, but for numbers with a unit: the number, the unit, how many units there are. */
  private static List<SqlText> columns(Aggregate aggregate, QuerySql sql) {
    if (aggregate.field().isEmpty()) {
      return List.of(SqlText.join("count(*)"));
    }
    var field = aggregate.field().get();
    var main = sql.shown(field, field.columns().get(0));
    return switch (aggregate.op()) {
      case COUNT -> List.of(SqlText.join("count(", main, ")"));
      case MIN -> List.of(SqlText.join("min(", main, ")"));
      case MAX -> List.of(SqlText.join("max(", main, ")"));
      case SUM -> amounts("sum", field, sql);
      case AVG -> amounts("avg", field, sql);
    };
  }

  private static List<SqlText> amounts(String function, QueryField field, QuerySql sql) {
    if (field.type().valueType(field.def()) == ValueType.NUMBER) {
      return List.of(SqlText.join(function + "(", sql.shown(field, field.columns().get(0)), ")"));
    }
    var number = sql.shown(field, part(field, ValueType.NUMBER));
    var unit = sql.shown(field, part(field, ValueType.TEXT));
    return List.of(
        SqlText.join(function + "(", number, ")"),
        SqlText.join("min(", unit, ")"),
        SqlText.join("count(distinct ", unit, ")"));
  }

  private static Field<?> part(QueryField field, ValueType wanted) {
    return field.type().parts(field.def()).entrySet().stream()
        .filter(part -> part.getValue() == wanted)
        .flatMap(part -> field.type().part(part.getKey(), field.columns(), field.def()).stream())
        .findFirst()
        .orElseThrow();
  }

  private static void group(Query query, ResultSet result, JsonGenerator json)
      throws IOException, SQLException {
    json.writeStartObject();
    json.writeObjectFieldStart("key");
    var at = 1;
    for (var field : query.group()) {
      var value = field.type().fromColumns(result, at, field.def());
      at += field.columns().size();
      value(field, value, json);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("values");
    for (var aggregate : query.aggregates()) {
      json.writeFieldName(aggregate.as());
      at = aggregate(aggregate, result, at, json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void value(QueryField field, Object value, JsonGenerator json) throws IOException {
    json.writeFieldName(field.key());
    if (value == null) {
      json.writeNull();
    } else {
      field.type().write(value, field.def(), json);
    }
  }

  private static int aggregate(Aggregate aggregate, ResultSet result, int at, JsonGenerator json)
      throws IOException, SQLException {
    switch (aggregate.op()) {
      case COUNT -> json.writeNumber(result.getLong(at));
      case MIN, MAX -> extreme(aggregate.field().orElseThrow(), result, at, json);
      default -> {
        return amount(aggregate.field().orElseThrow(), result, at, json);
      }
    }
    return at + 1;
  }

  private static void extreme(QueryField field, ResultSet result, int at, JsonGenerator json)
      throws IOException, SQLException {
    var value = field.type().fromColumns(result, at, field.def());
    if (value == null) {
      json.writeNull();
    } else {
      field.type().write(value, field.def(), json);
    }
  }

  private static int amount(QueryField field, ResultSet result, int at, JsonGenerator json)
      throws IOException, SQLException {
    var number = result.getBigDecimal(at);
    var plain = number == null ? null : number.stripTrailingZeros().toPlainString();
    if (field.type().valueType(field.def()) == ValueType.NUMBER) {
      json.writeString(number == null ? null : number.toPlainString());
      return at + 1;
    }
    if (result.getLong(at + 2) > 1) {
      // a sum over two currencies is no number
      throw ProblemException.of(
          ErrorCode.QUERY_INVALID,
          List.of(Violation.at("/aggregate", "query.units-mixed", field.key())));
    }
    if (number == null) {
      json.writeNull();
    } else {
      var parts = field.type().parts(field.def());
      json.writeStartObject();
      for (var part : parts.entrySet()) {
        json.writeStringField(
            part.getKey(), part.getValue() == ValueType.NUMBER ? plain : result.getString(at + 1));
      }
      json.writeEndObject();
    }
    return at + 3;
  }
}
