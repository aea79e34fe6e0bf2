package io.tangram.core.record;

/** With what claim to completeness a record is written. */
public enum Intent {
  /** As a grid or a program writes it: rules hold, and what is sent must be right. */
  WRITE,
  /** As a form sends it in: the whole record must be complete, and processes may start. */
  SUBMIT,
  /** To be gone on with: may be incomplete, rules wait until it is submitted. */
  DRAFT
}
