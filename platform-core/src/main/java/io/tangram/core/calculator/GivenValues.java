package io.tangram.core.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.FormulaError;
import io.tangram.core.formula.Reference;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Optional;

/** Values out of a request, by name without regard to case; a path walks into objects. */
final class GivenValues implements Environment {
  private final JsonNode values;
  private final ZonedDateTime now;

  GivenValues(JsonNode values, ZonedDateTime now) {
    this.values = values;
    this.now = now;
  }

  /** {@code #NAME?} for a name that was not given. */
  @Override
  public Object value(Reference reference) {
    var found = find(reference);
    return found.isPresent() ? plain(found.get()) : FormulaError.NAME;
  }

  @Override
  public ZonedDateTime now() {
    return now;
  }

  private Optional<JsonNode> find(Reference reference) {
    var whole = member(values, reference.toString());
    if (whole.isPresent()) {
      return whole;
    }
    var at = Optional.of(values);
    for (var word : reference.path()) {
      at = at.flatMap(node -> member(node, word));
    }
    return at;
  }

  private static Optional<JsonNode> member(JsonNode node, String name) {
    return node.properties().stream()
        .filter(member -> member.getKey().equalsIgnoreCase(name))
        .map(member -> member.getValue())
        .findFirst();
  }

  private static Object plain(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isArray()) {
      var list = new ArrayList<Object>();
      node.forEach(element -> list.add(plain(element)));
      return list;
    }
    if (node.isObject()) {
      return FormulaError.VALUE;
    }
    return node.isNull() ? null : node.textValue();
  }
}
