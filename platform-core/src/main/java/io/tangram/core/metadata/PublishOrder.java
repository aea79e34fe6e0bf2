package io.tangram.core.metadata;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What someone who publishes has decided.
 *
 * @param person who publishes
 * @param accept hazards that may happen
 * @param note for the list of versions
 * @param decisions {@code <path>#<pointer>} of a conflict to whose answer holds
 */
public record PublishOrder(
    UUID person,
    Set<PublishStep.Hazard> accept,
    String note,
    PublishOptions options,
    Map<String, Conflict.Side> decisions) {
  public PublishOrder {
    requireNonNull(person, "person is null");
    accept = Set.copyOf(accept);
    requireNonNull(note, "note is null");
    requireNonNull(options, "options is null");
    decisions = Map.copyOf(decisions);
  }

  /** A publish that accepts no hazard and has nothing to choose. */
  public static PublishOrder by(UUID person, String note) {
    return new PublishOrder(person, Set.of(), note, PublishOptions.NONE, Map.of());
  }

  /** The same; where it names nothing to take back, everything that comes back is. */
  PublishOrder takingBack() {
    return options.restore().isEmpty()
        ? new PublishOrder(person, accept, note, PublishOptions.EVERYTHING, decisions)
        : this;
  }
}
