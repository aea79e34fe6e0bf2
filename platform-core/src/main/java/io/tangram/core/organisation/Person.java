package io.tangram.core.organisation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/**
 * A person of the organisation.
 *
 * @param username what they sign in with, as written; compared without case
 * @param locale language tag they chose, empty for the organisation's
 * @param active whether they may sign in and be chosen; the others are there for history
 */
public record Person(
    UUID id, String username, String name, Optional<String> locale, boolean active) {
  public Person {
    requireNonNull(id, "id is null");
    requireNonNull(username, "username is null");
    requireNonNull(name, "name is null");
  }
}
