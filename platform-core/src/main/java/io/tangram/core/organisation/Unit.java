package io.tangram.core.organisation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/**
 * One unit of the organisation's tree.
 *
 * @param parent empty for the root
 * @param head who leads it: the head named for it, else the holder of a leader's post in it
 * @param namedHead the head named for it, whether or not they have a post there
 * @param closed whether it is only there for history
 */
public record Unit(
    UUID id,
    Optional<UUID> parent,
    UnitKind kind,
    String name,
    Optional<UUID> head,
    Optional<UUID> namedHead,
    int position,
    boolean closed) {
  public Unit {
    requireNonNull(id, "id is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(name, "name is null");
  }
}
