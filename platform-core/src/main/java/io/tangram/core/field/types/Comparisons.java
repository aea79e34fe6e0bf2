package io.tangram.core.field.types;

import static org.jooq.impl.DSL.condition;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;

/** Filters over one column, the same for every type that has one. Binds nothing itself. */
final class Comparisons {
  static final int LONGEST_LIST = 10_000;

  static final Set<FilterOp> EMPTINESS = EnumSet.of(FilterOp.EMPTY, FilterOp.NOT_EMPTY);
  static final Set<FilterOp> EQUALITY =
      EnumSet.of(
          FilterOp.EQ, FilterOp.NE, FilterOp.IN, FilterOp.NIN, FilterOp.EMPTY, FilterOp.NOT_EMPTY);
  static final Set<FilterOp> ORDER =
      with(EQUALITY, FilterOp.LT, FilterOp.LTE, FilterOp.GT, FilterOp.GTE, FilterOp.BETWEEN);
  static final Set<FilterOp> TEXT =
      with(ORDER, FilterOp.CONTAINS, FilterOp.STARTS_WITH, FilterOp.ENDS_WITH);

  /** How one JSON value becomes what a placeholder takes. */
  interface Operand {
    Object read(JsonNode json) throws InvalidValue;
  }

  private Comparisons() {}

  static Set<FilterOp> with(Set<FilterOp> some, FilterOp... more) {
    var all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }

  static Condition of(FilterOp op, Field<?> column, ColumnType type) {
    return switch (op) {
      case EQ -> condition("{0} = {1}", column, type.placeholder());
      case NE -> condition("{0} is distinct from {1}", column, type.placeholder());
      case LT -> condition("{0} < {1}", column, type.placeholder());
      case LTE -> condition("{0} <= {1}", column, type.placeholder());
      case GT -> condition("{0} > {1}", column, type.placeholder());
      case GTE -> condition("{0} >= {1}", column, type.placeholder());
      case BETWEEN ->
          condition("{0} between {1} and {2}", column, type.placeholder(), type.placeholder());
      // the flag says whether null stands in the list, for null equals absent
      case IN ->
          condition(
              "({0} = any({1}) or ({0} is null and {2}))",
              column, type.listPlaceholder(), ColumnType.BOOL.placeholder());
      case NIN ->
          condition(
              "(({0} is not null and {0} <> all({1})) or ({0} is null and not {2}))",
              column, type.listPlaceholder(), ColumnType.BOOL.placeholder());
      case CONTAINS -> condition("{0} ilike {1}", column, ColumnType.WORDS.placeholder());
      case STARTS_WITH, ENDS_WITH ->
          condition("{0} like {1}", column, ColumnType.WORDS.placeholder());
      case EMPTY -> column.isNull();
      case NOT_EMPTY -> column.isNotNull();
      case WITHIN -> throw new IllegalArgumentException("no type of one column takes within");
    };
  }

  static Object[] operands(FilterOp op, JsonNode json, Operand operand) throws InvalidValue {
    return switch (op) {
      case EMPTY, NOT_EMPTY -> new Object[0];
      case IN, NIN -> list(json, operand);
      case BETWEEN -> pair(json, operand);
      case CONTAINS -> new Object[] {'%' + escaped(json) + '%'};
      case STARTS_WITH -> new Object[] {escaped(json) + '%'};
      case ENDS_WITH -> new Object[] {'%' + escaped(json)};
      default -> new Object[] {present(json, operand)};
    };
  }

  static Object present(JsonNode json, Operand operand) throws InvalidValue {
    var value = json.isNull() || json.isMissingNode() ? null : operand.read(json);
    if (value == null) {
      throw new InvalidValue("filter.value");
    }
    return value;
  }

  private static Object[] pair(JsonNode json, Operand operand) throws InvalidValue {
    if (!json.isArray() || json.size() != 2) {
      throw new InvalidValue("filter.pair");
    }
    return new Object[] {present(json.get(0), operand), present(json.get(1), operand)};
  }

  private static Object[] list(JsonNode json, Operand operand) throws InvalidValue {
    var texts = new ArrayList<String>();
    var empties = false;
    for (var element : elements(json)) {
      var value = element.isNull() ? null : operand.read(element);
      if (value == null) {
        empties = true;
      } else {
        texts.add(value.toString());
      }
    }
    return new Object[] {texts.toArray(String[]::new), empties};
  }

  static JsonNode elements(JsonNode json) throws InvalidValue {
    if (!json.isArray()) {
      throw new InvalidValue("filter.list");
    }
    if (json.size() > LONGEST_LIST) {
      throw new InvalidValue("filter.long", LONGEST_LIST);
    }
    return json;
  }

  private static String escaped(JsonNode json) throws InvalidValue {
    if (!json.isTextual()) {
      throw new InvalidValue("text.type");
    }
    var text = json.textValue();
    Texts.check(text, 1000);
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
