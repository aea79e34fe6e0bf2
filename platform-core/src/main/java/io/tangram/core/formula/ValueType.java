package io.tangram.core.formula;

import java.util.Locale;

/**
 * The types of values in formulas, as API.md names them; {@code LIST} and {@code RECORD} stand for
 * fields only, {@code ANY} for what is known only when it runs.
 */
public enum ValueType {
  NUMBER,
  TEXT,
  BOOL,
  DATE,
  DATETIME,
  TIME,
  BLANK,
  LIST,
  RECORD,
  ANY;

  /** As it stands in answers: {@code number}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of a value as formulas see it. */
  public static ValueType of(Object value) {
    return Values.typeOf(value);
  }
}
