package io.tangram.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keeps the files of {@code contract/formulas} that are made, not written: the list of functions
 * with their back ends and the random examples. With {@code -Dtangram.contract.write=true} it
 * writes them anew.
 */
class ContractTest {
  private static final boolean WRITE = Boolean.getBoolean("tangram.contract.write");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_list_of_functions_is_the_contracts() throws IOException {
    var lines = new ArrayList<String>();
    for (var name : Functions.names()) {
      var sql = Functions.find(name).orElseThrow().sql().isPresent();
      lines.add("    \"" + name + "\": [\"java\", \"ts\"" + (sql ? ", \"sql\"" : "") + "]");
    }
    same(
        "functions.json",
        "{\n  \"about\": \"Every function with the back ends that have it\",\n  \"functions\": {\n"
            + String.join(",\n", lines)
            + "\n  }\n}\n");
  }

  @Test
  void the_random_examples_are_those_that_were_made() throws IOException {
    var values = Vectors.read(Vectors.folder().resolve("operators.json")).path("values");
    var random = new RandomFormulas(20261121);
    var formulas = new LinkedHashSet<String>();
    while (formulas.size() < 400) {
      formulas.add(random.any(1 + formulas.size() % 4));
    }
    var lines = new ArrayList<String>();
    for (var formula : formulas) {
      lines.add("    " + example(formula, (ObjectNode) values));
    }
    same(
        "generated.json",
        "{\n"
            + "  \"about\": \"Random formulas, worked out in Java when they were made\",\n"
            + "  \"values\": "
            + JSON.writeValueAsString(values)
            + ",\n  \"cases\": [\n"
            + String.join(",\n", lines)
            + "\n  ]\n}\n");
  }

  private static String example(String text, ObjectNode values) throws IOException {
    var formula = Formulas.parse(text);
    var shape = new Vectors.Case("generated", text, values, null, true);
    var example = JSON.createObjectNode().put("formula", text);
    example.set("gives", typed(formula.evaluate(shape.environment())));
    try {
      VectorsTest.term(shape);
    } catch (FormulaException noSql) {
      example.put("sql", false);
    }
    return JSON.writeValueAsString(example);
  }

  private static ObjectNode typed(Object value) {
    var json = JSON.createObjectNode();
    if (value == null) {
      return json.put("blank", true);
    }
    if (value instanceof Boolean truth) {
      return json.put("bool", truth);
    }
    if (value instanceof BigDecimal number) {
      return json.put("number", number.toPlainString());
    }
    return json.put(kind(value), value.toString());
  }

  private static String kind(Object value) {
    if (value instanceof LocalDate) {
      return "date";
    }
    if (value instanceof Instant) {
      return "datetime";
    }
    if (value instanceof LocalTime) {
      return "time";
    }
    return value instanceof FormulaError ? "error" : "text";
  }

  private static void same(String file, String content) throws IOException {
    var path = Vectors.folder().resolve(file);
    if (WRITE) {
      Files.writeString(path, content);
    }
    assertThat(List.of(Files.readString(path).split("\n")))
        .as("written anew with -Dtangram.contract.write=true")
        .isEqualTo(List.of(content.split("\n")));
  }
}
