package io.tangram.core.formula;

import java.time.ZonedDateTime;

/** Where a running formula gets its values from. */
public interface Environment {
  /**
   * The value of what is named: {@code BigDecimal} (other numbers are taken too), {@code String},
   * {@code Boolean}, {@code LocalDate}, {@code Instant}, {@code LocalTime}, {@code UUID} for a
   * record, person or unit, a {@code List} of these, a {@link FormulaError}, or null for blank. A
   * switch nobody touched is {@code false}, not blank: {@code AND} passes over blanks.
   */
  Object value(Reference reference);

  /** The moment for {@code TODAY} and {@code NOW}, in the organisation's zone. */
  ZonedDateTime now();
}
