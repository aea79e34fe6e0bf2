package io.tangram.core.access;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Who asks, and when: what the open places of a prepared statement are filled with.
 *
 * @param today in the organisation's zone
 */
public record Asking(Actor actor, LocalDate today, OffsetDateTime now) {
  public Asking {
    requireNonNull(actor, "actor is null");
  }
}
