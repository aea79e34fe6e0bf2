package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Storage;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violations;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * A value out of another row: along a relation ({@code from: "customer.level"}), or of the row that
 * fits {@code match} ({@code from: "price.amount"}). Read when asked for, kept nowhere.
 */
@Singleton
final class LookupType extends Described {
  static final String PATH =
      "^([a-z][a-z0-9_]{0,47}:)?[a-z][a-z0-9_]{0,47}([.][a-z][a-z0-9_]{0,47}){1,4}$";

  @Inject
  LookupType(Provider<FieldTypes> types) {
    super("lookup", types);
  }

  @Override
  public ObjectNode words() {
    var match = JsonNodeFactory.instance.objectNode().put("type", "object").put("minProperties", 1);
    match.putObject("additionalProperties").put("type", "string").put("minLength", 1);
    return Words.none().text("from", PATH).with("match", match).schema();
  }

  @Override
  public List<String> requiredWords() {
    return List.of("from");
  }

  @Override
  public void check(FieldDef field, Violations violations) {
    if (field.computed()) {
      violations.add("/formula", "field.formula.not_here");
    }
  }

  @Override
  public Storage storage(FieldDef field) {
    return Storage.ELSEWHERE;
  }
}
