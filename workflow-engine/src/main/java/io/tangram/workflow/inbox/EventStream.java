package io.tangram.workflow.inbox;

import io.smallrye.mutiny.subscription.MultiEmitter;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** One open stream of one person; says a thing only when it differs from what was said last. */
final class EventStream {
  /** A record that is open in the person's browser. */
  record Watched(String app, String table, UUID id) {
    /**
     * @param text {@code app/table/id}; null or empty when nothing is watched
     * @throws ProblemException {@code QUERY_INVALID} for anything else
     */
    static Optional<Watched> parse(String text) {
      if (text == null || text.isEmpty()) {
        return Optional.empty();
      }
      var match = WRITTEN.matcher(text);
      if (!match.matches()) {
        throw ProblemException.of(
            ErrorCode.QUERY_INVALID, List.of(Violation.at("/watch", "task.watch")));
      }
      return Optional.of(
          new Watched(match.group(1), match.group(2), UUID.fromString(match.group(3))));
    }

    private static final Pattern WRITTEN =
        Pattern.compile(
            "([a-z][a-z0-9_]{0,47})/([a-z][a-z0-9_]{0,47})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  }

  private final UUID person;
  private final Optional<Watched> watched;
  private final Sse sse;
  private final MultiEmitter<? super OutboundSseEvent> emitter;
  private final AtomicBoolean closed = new AtomicBoolean();
  private long todo = -1;
  private int version;

  /**
   * @param version of the watched record, as the person has it
   */
  EventStream(
      UUID person,
      Optional<Watched> watched,
      int version,
      Sse sse,
      MultiEmitter<? super OutboundSseEvent> emitter) {
    this.person = person;
    this.watched = watched;
    this.version = version;
    this.sse = sse;
    this.emitter = emitter;
  }

  UUID person() {
    return person;
  }

  Optional<Watched> watched() {
    return watched;
  }

  void whenClosed(Runnable then) {
    emitter.onTermination(
        () -> {
          if (closed.compareAndSet(false, true)) {
            then.run();
          }
        });
  }

  synchronized void tasks(long count) {
    if (count != todo) {
      todo = count;
      emit("tasks", "{\"todo\":" + count + "}");
    }
  }

  synchronized void record(int latest) {
    if (latest > version && watched.isPresent()) {
      version = latest;
      var record = watched.get();
      // keys and ids need no escaping
      emit(
          "record",
          "{\"app\":\"%s\",\"table\":\"%s\",\"id\":\"%s\",\"version\":%d}"
              .formatted(record.app(), record.table(), record.id(), latest));
    }
  }

  /** Keeps proxies from closing a quiet stream. */
  synchronized void beat() {
    if (!closed.get()) {
      emitter.emit(sse.newEventBuilder().comment("still here").build());
    }
  }

  private void emit(String name, String data) {
    if (!closed.get()) {
      emitter.emit(sse.newEventBuilder().name(name).data(String.class, data).build());
    }
  }
}
