package io.tangram.core.organisation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's place in a unit.
 *
 * @param position its name, e.g. 销售经理; may be empty
 * @param leader whether it leads the unit
 * @param from first day, empty for always
 * @param until last day, empty for ever
 */
public record Post(
    UUID id,
    UUID person,
    UUID unit,
    String position,
    boolean leader,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {
  public Post {
    requireNonNull(id, "id is null");
    requireNonNull(person, "person is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(position, "position is null");
  }

  public boolean validOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}
