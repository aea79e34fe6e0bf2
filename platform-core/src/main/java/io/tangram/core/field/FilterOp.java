package io.tangram.core.field;

import java.util.Locale;
import java.util.Optional;

/** The operators of a filter (API.md); which of them a field takes is its type's decision. */
public enum FilterOp {
  EQ,
  NE,
  LT,
  LTE,
  GT,
  GTE,
  IN,
  NIN,
  BETWEEN,
  CONTAINS,
  STARTS_WITH,
  ENDS_WITH,
  EMPTY,
  NOT_EMPTY,
  WITHIN;

  /** The operator with this word in JSON ({@code startsWith}), or empty for an unknown word. */
  public static Optional<FilterOp> of(String word) {
    for (var op : values()) {
      if (op.word().equals(word)) {
        return Optional.of(op);
      }
    }
    return Optional.empty();
  }

  /** {@code STARTS_WITH} is {@code startsWith}. */
  public String word() {
    var parts = name().toLowerCase(Locale.ROOT).split("_");
    return parts.length == 1
        ? parts[0]
        : parts[0] + Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1);
  }
}
