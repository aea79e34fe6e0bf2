package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.FieldTypes;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;

/** A value that the house computes; of the type of its formula's result. */
@Singleton
final class FormulaType extends Described {
  @Inject
  FormulaType(Provider<FieldTypes> types) {
    super("formula", types);
  }

  @Override
  public ObjectNode words() {
    return Words.none().schema();
  }

  @Override
  public List<String> requiredWords() {
    return List.of("formula");
  }
}
