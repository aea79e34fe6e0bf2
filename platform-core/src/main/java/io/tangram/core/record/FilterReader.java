package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.problem.Violations;
import io.tangram.core.record.Query.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the filter tree of a request: what it asks, its shape, and the operands beside it. */
final class FilterReader {
  private static final int DEEPEST = 20;
  private static final int MOST_PARTS = 500;

  private final Function<String, Optional<QueryField>> fields;
  private final StringBuilder shape;
  private final List<Object> operands;
  private final Violations violations;
  private int parts;

  FilterReader(
      Function<String, Optional<QueryField>> fields,
      StringBuilder shape,
      List<Object> operands,
      Violations violations) {
    this.fields = fields;
    this.shape = shape;
    this.operands = operands;
    this.violations = violations;
  }

  Optional<Node> read(JsonNode json, String at, int depth) {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      violations.add(at, "query.filter-large");
      return Optional.empty();
    }
    if (!json.isObject()) {
      violations.add(at, "query.filter");
      return Optional.empty();
    }
    if (json.has("field")) {
      return leaf(json, at);
    }
    if (json.size() == 1) {
      var word = json.fieldNames().next();
      return switch (word) {
        case "and", "or" -> several(word, json.get(word), at + "/" + word, depth);
        case "not" -> not(json.get(word), at + "/not", depth);
        case "formula" -> formula(json.get(word), at + "/formula");
        default -> unknown(at);
      };
    }
    return unknown(at);
  }

  private Optional<Node> unknown(String at) {
    violations.add(at, "query.filter");
    return Optional.empty();
  }

  private Optional<Node> several(String word, JsonNode list, String at, int depth) {
    if (!list.isArray()) {
      return unknown(at);
    }
    shape.append(word).append('(');
    var read = new ArrayList<Node>();
    for (var i = 0; i < list.size(); i++) {
      read(list.get(i), at + "/" + i, depth + 1).ifPresent(read::add);
    }
    shape.append(')');
    return Optional.of(word.equals("and") ? new Node.And(read) : new Node.Or(read));
  }

  private Optional<Node> not(JsonNode part, String at, int depth) {
    shape.append("not(");
    var read = read(part, at, depth + 1);
    shape.append(')');
    return read.map(Node.Not::new);
  }

  private Optional<Node> formula(JsonNode text, String at) {
    if (!text.isTextual()) {
      return unknown(at);
    }
    try {
      var formula = Formulas.parse(text.textValue());
      shape.append("={").append(formula.text()).append('}');
      return Optional.of(new Node.Holds(formula));
    } catch (FormulaException e) {
      violations.addAll(List.of(e.violation(at)));
      return Optional.empty();
    }
  }

  private Optional<Node> leaf(JsonNode json, String at) {
    for (var name : (Iterable<String>) json::fieldNames) {
      if (!List.of("field", "op", "value").contains(name)) {
        violations.add(at + "/" + name, "query.filter");
      }
    }
    var field = fields.apply(json.path("field").asText());
    var op = FilterOp.of(json.path("op").asText("eq"));
    if (field.isEmpty()) {
      violations.add(at + "/field", "query.field-unknown", json.path("field").asText());
      return Optional.empty();
    }
    if (op.isEmpty()) {
      violations.add(at + "/op", "query.op-unknown", json.path("op").asText());
      return Optional.empty();
    }
    return leaf(field.get(), meant(op.get(), json.path("value")), json.path("value"), at);
  }

  /** Equal to null is empty: null equals absent. */
  private static FilterOp meant(FilterOp op, JsonNode value) {
    var nothing = value.isNull() || value.isMissingNode() || value.asText("x").isEmpty();
    if (op == FilterOp.EQ && nothing && !value.isContainerNode()) {
      return FilterOp.EMPTY;
    }
    if (op == FilterOp.NE && nothing && !value.isContainerNode()) {
      return FilterOp.NOT_EMPTY;
    }
    return op;
  }

  private Optional<Node> leaf(QueryField field, FilterOp op, JsonNode value, String at) {
    if (!field.type().operators(field.def()).contains(op)) {
      violations.add(at + "/op", "query.op-refused", op.word(), field.key());
      return Optional.empty();
    }
    try {
      for (var operand : field.type().operands(op, value, field.def())) {
        operands.add(operand);
      }
    } catch (InvalidValue e) {
      violations.addAll(e.violations().stream().map(v -> v.under(at + "/value")).toList());
      return Optional.empty();
    }
    shape.append(field.key()).append(' ').append(op.word()).append(';');
    return Optional.of(new Node.Leaf(field, op));
  }
}
