package io.tangram.core.organisation;

import java.util.Locale;
import java.util.Optional;

/** What a unit of the organisation is. Units under a company belong to it. */
public enum UnitKind {
  GROUP,
  COMPANY,
  DEPARTMENT,
  SITE;

  /** {@code DEPARTMENT} is {@code department} in JSON and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<UnitKind> of(String word) {
    for (var kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
