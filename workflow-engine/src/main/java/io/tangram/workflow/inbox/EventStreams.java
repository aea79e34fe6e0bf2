package io.tangram.workflow.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tangram.core.event.Notifications;
import io.tangram.core.event.Notifications.Listening;
import io.tangram.workflow.runtime.TaskNotices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The event streams that are open on this node. Task counts go out when a notice comes in, from
 * whichever node; records that are watched are looked after by one statement for all of them.
 */
@ApplicationScoped
public class EventStreams {
  private static final Logger LOG = Logger.getLogger(EventStreams.class);
  private static final long LOOK_AT_RECORDS_MILLIS = 1_000;
  private static final long HEARTBEAT_MILLIS = 20_000;

  private final Map<UUID, Set<EventStream>> byPerson = new ConcurrentHashMap<>();
  private final Notifications notifications;
  private final TaskQuery tasks;
  private final WatchedRecords records;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "event-streams");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Future<?>> rounds = new ArrayList<>();
  private Listening listening;

  @Inject
  EventStreams(Notifications notifications, TaskQuery tasks, WatchedRecords records) {
    this.notifications = notifications;
    this.tasks = tasks;
    this.records = records;
  }

  void start(@Observes StartupEvent started) {
    listening =
        notifications.listen(
            TaskNotices.TOPIC,
            new Notifications.Listener() {
              @Override
              public void told(String payload) {
                later(() -> count(ids(payload)));
              }

              @Override
              public void missed() {
                later(() -> count(byPerson.keySet()));
              }
            });
    rounds.add(
        clock.scheduleWithFixedDelay(
            () -> later(this::lookAtRecords),
            LOOK_AT_RECORDS_MILLIS,
            LOOK_AT_RECORDS_MILLIS,
            TimeUnit.MILLISECONDS));
    rounds.add(
        clock.scheduleWithFixedDelay(
            this::beat, HEARTBEAT_MILLIS, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS));
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.forEach(round -> round.cancel(true));
    clock.shutdownNow();
    if (listening != null) {
      listening.close();
    }
  }

  /** Feeds the stream until it is closed; it is told at once how many tasks there are. */
  void open(EventStream stream) {
    byPerson.computeIfAbsent(stream.person(), id -> ConcurrentHashMap.newKeySet()).add(stream);
    stream.whenClosed(() -> close(stream));
    later(() -> count(List.of(stream.person())));
  }

  private void close(EventStream stream) {
    byPerson.computeIfPresent(
        stream.person(),
        (person, streams) -> {
          streams.remove(stream);
          return streams.isEmpty() ? null : streams;
        });
  }

  /** Never on the thread that listens; one after the other, so that an older count is not last. */
  private void later(Runnable work) {
    clock.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.error("event streams could not be fed", e);
          }
        });
  }

  private static List<UUID> ids(String payload) {
    return Arrays.stream(payload.split(",")).map(UUID::fromString).toList();
  }

  private void count(Collection<UUID> people) {
    var listening = people.stream().filter(byPerson::containsKey).toList();
    if (listening.isEmpty()) {
      return;
    }
    var counts = tasks.todoCounts(listening);
    for (var person : listening) {
      byPerson
          .getOrDefault(person, Set.of())
          .forEach(stream -> stream.tasks(counts.getOrDefault(person, 0L)));
    }
  }

  private void lookAtRecords() {
    var watching = new HashMap<UUID, Set<EventStream>>();
    byPerson
        .values()
        .forEach(
            streams ->
                streams.forEach(
                    stream ->
                        stream
                            .watched()
                            .ifPresent(
                                record ->
                                    watching
                                        .computeIfAbsent(
                                            record.id(), id -> ConcurrentHashMap.newKeySet())
                                        .add(stream))));
    if (!watching.isEmpty()) {
      records
          .versions(watching.keySet())
          .forEach(
              (record, version) -> watching.get(record).forEach(stream -> stream.record(version)));
    }
  }

  private void beat() {
    byPerson.values().forEach(streams -> streams.forEach(EventStream::beat));
  }
}
