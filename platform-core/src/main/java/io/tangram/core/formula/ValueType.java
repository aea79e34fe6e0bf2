package io.tangram.core.formula;

/**
 * The types of values in formulas, as API.md names them; {@code LIST} and {@code RECORD} stand for
 * fields only.
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
  ANY
}
