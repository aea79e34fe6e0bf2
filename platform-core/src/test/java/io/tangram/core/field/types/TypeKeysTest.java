package io.tangram.core.field.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.field.FieldType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TypeKeysTest {
  private static final Path ROOT = Path.of(System.getProperty("tangram.root", ".."));

  @Test
  void then_browser_and_server_have_the_same_types_of_fields() throws IOException {
    var contract = new ObjectMapper().readTree(ROOT.resolve("contract/type-keys.json").toFile());
    var keys = new ArrayList<String>();
    contract.path("fields").forEach(key -> keys.add(key.asText()));
    assertThat(HouseTypes.all().all()).map(FieldType::key).containsExactlyElementsOf(keys);
  }

  /** The question that tests a registry: does any other file name the type? */
  @Test
  void then_no_other_class_of_the_core_asks_for_a_type_by_name() throws IOException {
    var keys = String.join("|", HouseTypes.all().all().stream().map(FieldType::key).toList());
    var asks = Pattern.compile("type\\(\\)\\.equals\\(\"(" + keys + ")\"|types\\.find\\(\"");
    List<String> offenders;
    try (var files = Files.walk(ROOT.resolve("platform-core/src/main/java"))) {
      offenders =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/field/types/"))
              .filter(file -> asks.matcher(text(file)).find())
              .map(file -> file.getFileName().toString())
              .toList();
    }
    assertThat(offenders).isEmpty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
