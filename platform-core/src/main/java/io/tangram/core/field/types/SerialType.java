package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.SerialPattern;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A number that the house gives when a record is created, and that nobody changes. */
@Singleton
final class SerialType extends AnyText {
  static final String KEY = "serial";

  private static final int MOST_KNOWN = 1000;

  /** Asked for with every record, so each is parsed once. */
  private final Map<String, Optional<SerialPattern>> patterns = new ConcurrentHashMap<>();

  SerialType() {
    super(KEY, ColumnType.TEXT, Comparisons.TEXT, TextType.USUAL, TextType.MOST);
  }

  @Override
  public ObjectNode words() {
    return Words.none()
        .text("pattern", "^[^\\u0000-\\u001f]{1,60}$")
        .oneOf("reset", "never", "year", "month", "day")
        .schema();
  }

  @Override
  public List<String> requiredWords() {
    return List.of("pattern");
  }

  @Override
  public void check(FieldDef field, Violations violations) {
    if (serial(field).isEmpty()) {
      violations.add("/pattern", "serial.pattern");
    }
    if (field.computed()) {
      violations.add("/formula", "field.formula.not_here");
    }
  }

  @Override
  public boolean writable(FieldDef field) {
    return false;
  }

  @Override
  public Optional<SerialPattern> serial(FieldDef field) {
    var pattern = field.word("pattern").asText("");
    var reset = field.word("reset").asText("never").toUpperCase(Locale.ROOT);
    if (patterns.size() > MOST_KNOWN) {
      patterns.clear();
    }
    return patterns.computeIfAbsent(
        reset + pattern, k -> SerialPattern.parse(pattern, SerialPattern.Reset.valueOf(reset)));
  }

  @Override
  public boolean keeps(FieldDef from, FieldDef to) {
    return from.type().equals(KEY) || from.type().equals("text");
  }
}
