package io.tangram.workflow.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One record's walk through a process.
 *
 * @param version the app's version it started in; its nodes and ways stay those of that version
 * @param title the record's title when it started
 * @param depth how many automatic writes led to it; 0 when a person started it
 */
public record ProcessInstance(
    UUID id,
    String app,
    String process,
    long version,
    String table,
    UUID record,
    String title,
    UUID starter,
    Optional<UUID> starterPost,
    State state,
    int depth,
    Instant startedAt,
    Optional<Instant> endedAt) {

  /** Where it is. */
  public enum State {
    RUNNING,
    APPROVED,
    REFUSED,
    WITHDRAWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ProcessInstance {
    requireNonNull(id, "id is null");
    requireNonNull(app, "app is null");
    requireNonNull(process, "process is null");
    requireNonNull(record, "record is null");
    requireNonNull(starter, "starter is null");
    requireNonNull(state, "state is null");
  }

  public boolean running() {
    return state == State.RUNNING;
  }

  /** Under this name approvers are let in to the record. */
  public String grant() {
    return "process:" + id;
  }
}
