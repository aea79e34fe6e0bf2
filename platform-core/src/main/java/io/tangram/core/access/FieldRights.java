package io.tangram.core.access;

import java.util.Map;

/**
 * What a grant lets its rows show and take, field by field.
 *
 * @param rest for fields that are not named ({@code *} in the document); {@code WRITE} where the
 *     document says nothing
 */
public record FieldRights(Map<String, Right> named, Right rest) {
  /** Each right includes the one before it. */
  public enum Right {
    HIDDEN,
    READ,
    WRITE
  }

  public static final FieldRights ALL = new FieldRights(Map.of(), Right.WRITE);

  public FieldRights {
    named = Map.copyOf(named);
  }

  public boolean readable(String field) {
    return of(field) != Right.HIDDEN;
  }

  public boolean writable(String field) {
    return of(field) == Right.WRITE;
  }

  private Right of(String field) {
    return named.getOrDefault(field, rest);
  }
}
