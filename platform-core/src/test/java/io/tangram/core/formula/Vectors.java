package io.tangram.core.formula;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The examples of {@code contract/formulas}, which every back end has to pass. A value is written
 * with its type: {@code {"number":"1.5"}}, {@code {"date":"2026-02-27"}}, {@code {"blank":"text"}}.
 */
final class Vectors {
  static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-01T07:30:00+08:00[Asia/Shanghai]");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /**
   * One example.
   *
   * @param sql whether SQL gives the same; otherwise it refuses the formula
   */
  record Case(String file, String formula, JsonNode values, JsonNode gives, boolean sql) {
    @Override
    public String toString() {
      var text = formula.length() > 60 ? formula.substring(0, 60) + "…" : formula;
      return file + ": " + text;
    }

    Environment environment() {
      return new Environment() {
        @Override
        public Object value(Reference reference) {
          return Vectors.value(values.path(reference.toString()));
        }

        @Override
        public ZonedDateTime now() {
          return NOW;
        }
      };
    }
  }

  private Vectors() {}

  static Path folder() {
    return Path.of(System.getProperty("tangram.root", ".."), "contract", "formulas");
  }

  static List<Case> of(String... files) {
    var cases = new ArrayList<Case>();
    for (var file : files) {
      var json = read(folder().resolve(file + ".json"));
      for (var c : json.path("cases")) {
        cases.add(
            new Case(
                file,
                c.path("formula").asText(),
                json.path("values"),
                c.path("gives"),
                c.path("sql").asBoolean(true)));
      }
    }
    return cases;
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value as formulas see it; numbers without idle zeros. */
  static Object value(JsonNode typed) {
    var member = typed.properties().iterator().next();
    var value = member.getValue();
    return switch (member.getKey()) {
      case "number" -> Values.result(new BigDecimal(value.asText()));
      case "text" -> value.asText();
      case "bool" -> value.booleanValue();
      case "date" -> LocalDate.parse(value.asText());
      case "datetime" -> Instant.parse(value.asText());
      case "time" -> LocalTime.parse(value.asText());
      case "record" -> UUID.fromString(value.asText());
      case "error" -> FormulaError.of(value.asText()).orElseThrow();
      case "blank" -> null;
      case "list" -> list(value);
      default -> throw new IllegalArgumentException(member.getKey());
    };
  }

  private static List<Object> list(JsonNode values) {
    var list = new ArrayList<Object>();
    values.forEach(element -> list.add(value(element)));
    return list;
  }
}
