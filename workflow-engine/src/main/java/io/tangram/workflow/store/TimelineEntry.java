package io.tangram.workflow.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened in a process.
 *
 * @param node id of the node; empty for what belongs to none
 * @param actor who did it; empty when nobody had to
 */
public record TimelineEntry(
    UUID id,
    UUID instance,
    Optional<String> node,
    Act act,
    Optional<UUID> actor,
    Optional<String> comment,
    Instant at) {

  /** What happened. {@code AUTO}: a node was passed because the options say so. */
  public enum Act {
    STARTED,
    APPROVED,
    REJECTED,
    AUTO,
    COPIED,
    WITHDRAWN,
    ENDED
  }
}
