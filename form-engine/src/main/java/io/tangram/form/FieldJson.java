package io.tangram.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.FormulaError;
import io.tangram.core.formula.Formulas;
import io.tangram.core.metadata.FieldDef;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Values that a form gives to a field, in the JSON shapes of the API. */
@Singleton
class FieldJson {
  private final FieldTypes types;
  private final ObjectMapper mapper;

  FieldJson(FieldTypes types, ObjectMapper mapper) {
    this.types = types;
    this.mapper = mapper;
  }

  /** A constant of the document, or what its formula gives; an error gives nothing. */
  JsonNode given(FieldDef field, JsonNode constant, Optional<Formula> formula, Environment values) {
    if (formula.isEmpty()) {
      return constant.isTextual()
          ? JsonNodeFactory.instance.textNode(Formulas.plain(constant.textValue()))
          : constant;
    }
    var result = formula.get().evaluate(values);
    return result == null || result instanceof FormulaError
        ? JsonNodeFactory.instance.nullNode()
        : written(field, result);
  }

  private JsonNode written(FieldDef field, Object result) {
    var type = types.of(field);
    try {
      var value = type.fromFormula(result, field);
      if (value == null) {
        return JsonNodeFactory.instance.nullNode();
      }
      try (var buffer = new TokenBuffer(mapper, false)) {
        type.write(value, field, buffer);
        return mapper.readTree(buffer.asParser());
      }
    } catch (InvalidValue doesNotFit) {
      // as with computed fields: what the field cannot hold leaves it empty
      return JsonNodeFactory.instance.nullNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
