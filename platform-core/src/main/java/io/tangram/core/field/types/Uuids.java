package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.InvalidValue;
import java.util.UUID;

/** Ids from outside, in the one long form. */
final class Uuids {
  private static final int LENGTH = 36;

  private Uuids() {}

  /** The id, or null for the empty text. */
  static UUID read(JsonNode json) throws InvalidValue {
    if (!json.isTextual()) {
      throw new InvalidValue("id.type");
    }
    return json.textValue().isEmpty() ? null : parse(json.textValue());
  }

  private static UUID parse(String text) throws InvalidValue {
    // UUID.fromString also takes shorter forms, which would be a second name of the same thing
    if (text.length() != LENGTH) {
      throw new InvalidValue("id.type");
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("id.type");
    }
  }

  /** A formula's result as an id. */
  static UUID of(Object result) throws InvalidValue {
    if (result == null || result instanceof UUID) {
      return (UUID) result;
    }
    if (result instanceof String text) {
      return text.isEmpty() ? null : parse(text);
    }
    throw new InvalidValue("id.type");
  }
}
