package io.tangram.core.access;

import java.util.Locale;
import java.util.Optional;

/**
 * What a grant may allow on the rows of a table (FORMAT, {@code roles/}); a closed set of words.
 */
public enum May {
  READ,
  CREATE,
  UPDATE,
  DELETE,
  REFER,
  EXPORT,
  IMPORT,
  PRINT,
  SHARE,
  COMMENT,
  TRANSFER,
  MERGE;

  /** The word in a document: {@code read}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<May> of(String word) {
    for (var may : values()) {
      if (may.word().equals(word)) {
        return Optional.of(may);
      }
    }
    return Optional.empty();
  }
}
