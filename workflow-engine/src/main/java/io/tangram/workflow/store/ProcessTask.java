package io.tangram.workflow.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One person asked at one node, or sent a copy.
 *
 * @param execution the engine's name of the place where the process rests
 * @param kind key of the node's type: {@code approve}, {@code cc}
 * @param turn its place among those asked with it, from 1; {@code asked} is how many these are
 */
public record ProcessTask(
    UUID id,
    UUID instance,
    String node,
    String execution,
    String kind,
    UUID person,
    int turn,
    int asked,
    State state,
    Optional<Act> result,
    Optional<String> comment,
    Instant createdAt,
    Optional<Instant> doneAt) {

  /** {@code WAITING}: others have to answer first. */
  public enum State {
    WAITING,
    OPEN,
    DONE,
    CANCELLED
  }

  /** What a person did with it. */
  public enum Act {
    APPROVED,
    REJECTED
  }

  public ProcessTask {
    requireNonNull(id, "id is null");
    requireNonNull(instance, "instance is null");
    requireNonNull(person, "person is null");
    requireNonNull(state, "state is null");
  }
}
