package io.tangram.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Formulas that other spreadsheets answer, as far as they use our functions and have no arrays or
 * ranges. What we give differently is counted; the count may only fall.
 */
class SpreadsheetTest {
  private static final Set<String> FOREIGN =
      Set.of("errlit", "null-arg", "serial-arg", "cse", "reject");
  private static final Pattern FUNCTION = Pattern.compile("([A-Za-z][A-Za-z0-9_.]*)\\s*\\(");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> wrong = new ArrayList<>();
  private int run;

  private static Path file(String name) {
    return Path.of(System.getProperty("tangram.root", ".."), "..", "shared", "formulas", name);
  }

  @Test
  void single_formulas_give_what_spreadsheets_give() throws IOException {
    assumeTrue(Files.exists(file("open.tsv")), "skipped: ../shared/formulas is not there");
    for (var line : Files.readAllLines(file("open.tsv")).stream().skip(1).toList()) {
      var row = line.split("\t", -1);
      if (core(row[7]) && ours(row[1])) {
        compare(row[1], JSON.createObjectNode(), row[2], row[3], row[4]);
      }
    }
    report("open.tsv", 92);
  }

  @Test
  void formulas_over_cells_give_what_spreadsheets_give() throws IOException {
    assumeTrue(Files.exists(file("bound_open.tsv")), "skipped: ../shared/formulas is not there");
    for (var line : Files.readAllLines(file("bound_open.tsv")).stream().skip(1).toList()) {
      var row = line.split("\t", -1);
      if (core(row[8]) && ours(row[1]) && !row[2].contains("$error")) {
        compare(row[1], JSON.readTree(row[2]), row[3], row[4], row[5]);
      }
    }
    report("bound_open.tsv", 24);
  }

  private static boolean core(String flags) {
    for (var flag : flags.split("[,;]")) {
      if (FOREIGN.contains(flag) || flag.startsWith("array") || flag.startsWith("range")) {
        return false;
      }
    }
    return true;
  }

  /** Texts in quotes may look like calls; they are taken out first. */
  private static boolean ours(String expression) {
    var bare = expression.replaceAll("\"(?:[^\"]|\"\")*\"", "''");
    if (bare.contains("{")) {
      return false;
    }
    return FUNCTION.matcher(bare).results().allMatch(m -> Functions.find(m.group(1)).isPresent());
  }

  private void compare(String text, JsonNode cells, String kind, String expected, String serial) {
    run++;
    var given = value(text, cells);
    if (!same(given, kind, expected, serial)) {
      wrong.add(text + " " + cells + " gives " + given + ", not " + kind + " " + expected);
    }
  }

  private static Object value(String text, JsonNode cells) {
    try {
      return Formulas.parse(text).evaluate(environment(cells));
    } catch (FormulaException refused) {
      return "refused: " + refused.getMessage();
    }
  }

  private static Environment environment(JsonNode cells) {
    return new Environment() {
      @Override
      public Object value(Reference reference) {
        var cell = cells.get(reference.toString());
        return cell == null ? FormulaError.NAME : plain(cell);
      }

      @Override
      public ZonedDateTime now() {
        return Vectors.NOW;
      }
    };
  }

  private static Object plain(JsonNode cell) {
    if (cell.isObject()) {
      var date = cell.elements().next().asText();
      return date.length() > 10
          ? LocalDateTime.parse(date.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
          : LocalDate.parse(date);
    }
    if (cell.isNumber()) {
      return new BigDecimal(cell.asText());
    }
    return cell.isNull() ? null : cell.isBoolean() ? (Object) cell.booleanValue() : cell.asText();
  }

  private static boolean same(Object given, String kind, String expected, String serial) {
    switch (kind) {
      case "number":
        return near(given, expected);
      case "bool":
        return expected.equals(String.valueOf(given).toUpperCase(java.util.Locale.ROOT));
      case "error":
        return given instanceof FormulaError error && error.code().equals(expected);
      case "text":
        return given == null ? expected.isEmpty() : expected.equals(String.valueOf(given));
      default:
        return moment(given, expected) || (!serial.isEmpty() && near(given, serial));
    }
  }

  private static boolean moment(Object given, String expected) {
    if (given instanceof Instant instant) {
      return expected.equals(LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString())
          || expected.replace(' ', 'T').startsWith(instant.toString().substring(0, 16));
    }
    if (given instanceof LocalTime time) {
      return expected.equals(DateTexts.write(time));
    }
    return expected.equals(String.valueOf(given));
  }

  private static boolean near(Object given, String expected) {
    try {
      var number =
          given instanceof String || given instanceof Boolean ? null : Values.number(given);
      var wanted = new BigDecimal(expected);
      var tolerance = wanted.abs().multiply(new BigDecimal("1e-8")).max(new BigDecimal("1e-9"));
      return number != null && number.subtract(wanted).abs().compareTo(tolerance) <= 0;
    } catch (Fault | NumberFormatException noNumber) {
      return false;
    }
  }

  private void report(String name, int most) throws IOException {
    var report = Path.of("target", "spreadsheet-" + name + ".txt");
    Files.createDirectories(report.getParent());
    Files.writeString(
        report, run + " run, " + wrong.size() + " differ\n" + String.join("\n", wrong));
    assertThat(wrong)
        .as("%s of %s differ, see %s", wrong.size(), run, report)
        .hasSizeLessThanOrEqualTo(most);
    assertThat(run).isGreaterThan(300);
  }
}
