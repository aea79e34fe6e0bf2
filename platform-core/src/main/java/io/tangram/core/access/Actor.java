package io.tangram.core.access;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts: a person in one of their posts. Made once when the request comes in; permissions bind
 * its ids as arrays.
 *
 * @param person id of the person
 * @param post the post they act in; empty for a person without one
 * @param company company unit of that post
 * @param department unit of that post (department or, for posts right under it, the company)
 * @param unitsBelow the department and all units below it
 * @param units all units the person holds a post in, with the units above them
 * @param positions names of the positions they hold
 * @param roles keys of the organisation roles they hold
 * @param administers units whose administrators they are, with all below; the root unit for the
 *     first administrator
 * @param administrator whether they administer the whole organisation
 * @param locale language of answers
 */
public record Actor(
    UUID person,
    String name,
    Optional<UUID> post,
    Optional<UUID> company,
    Optional<UUID> department,
    Set<UUID> unitsBelow,
    Set<UUID> units,
    Set<String> positions,
    Set<String> roles,
    Set<UUID> administers,
    boolean administrator,
    Locale locale) {
  public Actor {
    requireNonNull(person, "person is null");
    requireNonNull(name, "name is null");
    unitsBelow = Set.copyOf(unitsBelow);
    units = Set.copyOf(units);
    positions = Set.copyOf(positions);
    roles = Set.copyOf(roles);
    administers = Set.copyOf(administers);
  }

  /** Whether they administer this unit. */
  public boolean administers(UUID unit) {
    return administrator || administers.contains(unit);
  }

  /** Principals under which a {@code record_grant} may name them. */
  public List<UUID> principals() {
    return List.of(person);
  }
}
