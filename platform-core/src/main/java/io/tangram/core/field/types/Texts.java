package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.InvalidValue;

/** Bounds of texts that come from outside. PostgreSQL takes neither NUL nor half a character. */
final class Texts {
  private Texts() {}

  /** The text, or null for the empty one. {@code most} counts characters, not bytes. */
  static String read(JsonNode json, int most) throws InvalidValue {
    if (!json.isTextual()) {
      throw new InvalidValue("text.type");
    }
    var text = json.textValue();
    check(text, most);
    return text.isEmpty() ? null : text;
  }

  static void check(String text, int most) throws InvalidValue {
    // a text has at least half as many characters as chars: the cheap bound first
    if (text.length() > 2L * most || text.codePointCount(0, text.length()) > most) {
      throw new InvalidValue("text.long", most);
    }
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0) {
        throw new InvalidValue("text.nul");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new InvalidValue("text.broken");
      }
    }
  }
}
