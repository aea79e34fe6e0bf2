package io.tangram.core.identity;

import io.tangram.core.event.Notifications;
import io.tangram.core.organisation.Organisation;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sessions this node has seen lately, so that a request costs no statement. It forgets with the
 * word of any node, and keeps nothing while it cannot hear the others.
 */
@Singleton
class SessionCache {
  /** Posts begin and end by the calendar, which sends no word. */
  private static final Duration LASTS = Duration.ofMinutes(1);

  private static final int MOST = 20_000;

  private record Entry(Session session, Instant until) {}

  private final Sessions sessions;
  private final Notifications notifications;
  private final Organisation organisation;
  private final Clock clock;
  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  @Inject
  SessionCache(
      Sessions sessions, Notifications notifications, Organisation organisation, Clock clock) {
    this.sessions = sessions;
    this.notifications = notifications;
    this.organisation = organisation;
    this.clock = clock;
  }

  @PostConstruct
  void listen() {
    organisation.whenChanged(this::forgetAll);
    notifications.listen(
        Sessions.TOPIC,
        new Notifications.Listener() {
          @Override
          public void told(String payload) {
            forget(payload);
          }

          @Override
          public void missed() {
            forgetAll();
          }
        });
  }

  /** The session if this node knows it for certain. */
  Optional<Session> known(String id) {
    var entry = entries.get(id);
    if (entry == null || !notifications.live()) {
      return Optional.empty();
    }
    var now = clock.instant();
    return now.isBefore(entry.until()) && now.isBefore(entry.session().expiresAt())
        ? Optional.of(entry.session())
        : Optional.empty();
  }

  /** The session, read from the database when this node does not know it. */
  Optional<Session> find(String id) {
    return known(id).or(() -> read(id));
  }

  private Optional<Session> read(String id) {
    var before = changes.get();
    var found = sessions.find(id);
    if (found.isPresent() && changes.get() == before) {
      if (entries.size() >= MOST) {
        entries.clear();
      }
      entries.put(id, new Entry(found.get(), clock.instant().plus(LASTS)));
      // whoever changed something in between may have looked before this entry was there
      if (changes.get() != before) {
        entries.remove(id);
      }
    }
    return found;
  }

  /** Forgets one session by its id, or all of a person by theirs. */
  void forget(String id) {
    changes.incrementAndGet();
    if (entries.remove(id) == null) {
      entries.values().removeIf(entry -> entry.session().person().toString().equals(id));
    }
  }

  private void forgetAll() {
    changes.incrementAndGet();
    entries.clear();
  }
}
