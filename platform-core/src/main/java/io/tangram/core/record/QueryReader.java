package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.access.TableRights;
import io.tangram.core.formula.ValueType;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.Violations;
import io.tangram.core.record.Query.Aggregate;
import io.tangram.core.record.Query.Count;
import io.tangram.core.record.Query.Node;
import io.tangram.core.record.Query.Sort;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a request for records and refuses what it cannot answer, everything at once: unknown words,
 * fields and operators, limits, broken cursors.
 */
@Singleton
class QueryReader {
  private static final Set<String> WORDS =
      Set.of(
          "fields",
          "filter",
          "sort",
          "limit",
          "after",
          "offset",
          "count",
          "group",
          "aggregate",
          "labels");
  private static final int MOST_SORTS = 10;

  private final SystemFields system;
  private final CursorSeal cursors;

  QueryReader(SystemFields system, CursorSeal cursors) {
    this.system = system;
    this.cursors = cursors;
  }

  Query read(JsonNode json, TableShape table, TableRights rights) {
    var violations = new Violations();
    if (!json.isObject()) {
      violations.add("", "query.object");
      violations.refuse(ErrorCode.QUERY_INVALID);
    }
    for (var word : (Iterable<String>) json::fieldNames) {
      if (!WORDS.contains(word)) {
        violations.add("/" + word, "query.word-unknown", word);
      }
    }
    Function<String, Optional<QueryField>> fields = key -> field(key, table, rights);
    var shape = new StringBuilder(table.key).append('|');
    var operands = new ArrayList<Object>();
    var filter = filter(json.path("filter"), fields, shape, operands, violations);
    var sort = sort(json.path("sort"), fields, shape, violations);
    var group = group(json.path("group"), fields, shape, violations);
    var aggregates = aggregates(json.path("aggregate"), fields, shape, violations);
    var grouped = json.has("group") || json.has("aggregate");
    var limit = limit(json.path("limit"), grouped, violations);
    var offset = number(json.path("offset"), "/offset", 0, Long.MAX_VALUE, 0, violations);
    var count = count(json.path("count"), violations);
    var shown = shown(json.path("fields"), fields, violations);
    violations.refuse(ErrorCode.QUERY_INVALID);
    var after = after(json.path("after"), table, sort);
    shape.append('|').append(offset > 0).append(limit > 0);
    return new Query(
        shape.toString(),
        filter,
        operands,
        shown,
        sort,
        limit,
        after,
        offset,
        count,
        group,
        aggregates,
        json.path("labels").asBoolean(false));
  }

  /** A field this person may know of; the others are as unknown as those that are not there. */
  private Optional<QueryField> field(String key, TableShape table, TableRights rights) {
    var visible = rights.known().contains(key);
    return table
        .field(key)
        .map(f -> visible ? Optional.of(table.asked.get(key)) : Optional.<QueryField>empty())
        .orElseGet(() -> system.find(key));
  }

  private static Optional<Node> filter(
      JsonNode json,
      Function<String, Optional<QueryField>> fields,
      StringBuilder shape,
      List<Object> operands,
      Violations violations) {
    return json.isMissingNode() || json.isNull()
        ? Optional.empty()
        : new FilterReader(fields, shape, operands, violations).read(json, "/filter", 0);
  }

  private static List<Sort> sort(
      JsonNode json,
      Function<String, Optional<QueryField>> fields,
      StringBuilder shape,
      Violations violations) {
    var sort = new ArrayList<Sort>();
    shape.append('|');
    if (!json.isMissingNode() && !json.isNull() && (!json.isArray() || json.size() > MOST_SORTS)) {
      violations.add("/sort", "query.list");
      return sort;
    }
    for (var i = 0; i < json.size(); i++) {
      var key = json.get(i).path("field").asText();
      var field = fields.apply(key);
      if (field.filter(f -> !f.sort().isEmpty()).isEmpty()) {
        violations.add("/sort/" + i + "/field", "query.sort-refused", key);
        continue;
      }
      var descending = json.get(i).path("desc").asBoolean(false);
      sort.add(new Sort(field.get(), descending));
      shape.append(key).append(descending ? '-' : '+');
    }
    return sort;
  }

  private static List<QueryField> group(
      JsonNode json,
      Function<String, Optional<QueryField>> fields,
      StringBuilder shape,
      Violations violations) {
    var group = new ArrayList<QueryField>();
    shape.append('|');
    for (var i = 0; i < json.size(); i++) {
      var key = json.get(i).asText();
      var field = fields.apply(key).filter(f -> !f.sort().isEmpty());
      if (field.isEmpty()) {
        violations.add("/group/" + i, "query.group-refused", key);
      } else {
        group.add(field.get());
        shape.append(key).append(',');
      }
    }
    return group;
  }

  private static List<Aggregate> aggregates(
      JsonNode json,
      Function<String, Optional<QueryField>> fields,
      StringBuilder shape,
      Violations violations) {
    var aggregates = new ArrayList<Aggregate>();
    var names = new HashSet<String>();
    shape.append('|');
    for (var i = 0; i < json.size(); i++) {
      var at = "/aggregate/" + i;
      var op = op(json.get(i).path("op").asText());
      var key = json.get(i).path("field").asText("");
      var field = key.isEmpty() ? Optional.<QueryField>empty() : fields.apply(key);
      var as = json.get(i).path("as").asText(json.get(i).path("op").asText() + "_" + key);
      if (op.isEmpty()) {
        violations.add(at + "/op", "query.op-unknown", json.get(i).path("op").asText());
      } else if (!fits(op.get(), field, key)) {
        violations.add(at + "/field", "query.aggregate-refused", key);
      } else if (!names.add(as)) {
        violations.add(at + "/as", "query.name-twice", as);
      } else {
        aggregates.add(new Aggregate(op.get(), field, as));
        shape.append(op.get()).append(key).append(':').append(as).append(',');
      }
    }
    return aggregates;
  }

  private static Optional<Aggregate.Op> op(String word) {
    for (var op : Aggregate.Op.values()) {
      if (op.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(op);
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Aggregate.Op op, Optional<QueryField> field, String key) {
    if (op == Aggregate.Op.COUNT) {
      return key.isEmpty() || field.filter(f -> !f.columns().isEmpty()).isPresent();
    }
    if (field.isEmpty() || field.get().columns().isEmpty()) {
      return false;
    }
    var f = field.get();
    return switch (op) {
      case MIN, MAX -> f.columns().size() == 1 && !f.sort().isEmpty();
      default ->
          f.type().valueType(f.def()) == ValueType.NUMBER
              || f.type().parts(f.def()).containsValue(ValueType.NUMBER);
    };
  }

  private static int limit(JsonNode json, boolean grouped, Violations violations) {
    // a page without records is what somebody asks for who wants groups only
    var fallback = grouped ? 0 : 50;
    return (int) number(json, "/limit", grouped ? 0 : 1, 1000, fallback, violations);
  }

  private static long number(
      JsonNode json, String at, long least, long most, long fallback, Violations violations) {
    if (json.isMissingNode() || json.isNull()) {
      return fallback;
    }
    if (!json.isIntegralNumber()
        || !json.canConvertToLong()
        || json.longValue() < least
        || json.longValue() > most) {
      violations.add(at, "query.number", least, most);
      return fallback;
    }
    return json.longValue();
  }

  private static Count count(JsonNode json, Violations violations) {
    return switch (json.asText("none")) {
      case "none", "" -> Count.NONE;
      case "estimate" -> Count.ESTIMATE;
      case "exact" -> Count.EXACT;
      default -> {
        violations.add("/count", "query.count");
        yield Count.NONE;
      }
    };
  }

  private static Set<String> shown(
      JsonNode json, Function<String, Optional<QueryField>> fields, Violations violations) {
    var shown = new HashSet<String>();
    for (var i = 0; i < json.size(); i++) {
      var key = json.get(i).asText();
      if (fields.apply(key).isEmpty()) {
        violations.add("/fields/" + i, "query.field-unknown", key);
      }
      shown.add(key);
    }
    return shown;
  }

  private Optional<List<String>> after(JsonNode json, TableShape table, List<Sort> sort) {
    return json.isMissingNode() || json.isNull()
        ? Optional.empty()
        : Optional.of(cursors.open(json.asText(), place(table, sort)));
  }

  /** What a cursor belongs to: the same table in the same order. */
  static String place(TableShape table, List<Sort> sort) {
    var place = new StringBuilder(table.version.app()).append('/').append(table.key);
    sort.forEach(s -> place.append('/').append(s.field().key()).append(s.descending()));
    return place.toString();
  }
}
