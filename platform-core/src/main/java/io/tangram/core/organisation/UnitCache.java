package io.tangram.core.organisation;

import io.tangram.core.event.Notifications;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;

/**
 * The unit tree of this node, read again when somebody changed the organisation anywhere. Without a
 * listening connection it keeps nothing.
 */
@Singleton
class UnitCache {
  /** Topic of {@link Notifications}: something of the organisation changed. */
  static final String TOPIC = "organisation";

  /** A post begins and ends by the calendar, which sends no word. */
  private static final Duration LASTS = Duration.ofMinutes(1);

  record Snapshot(UnitTree tree, ZoneId zone, String locale, Instant until) {}

  private final DSLContext db;
  private final Notifications notifications;
  private final TransactionSynchronizationRegistry transactions;
  private final Clock clock;
  private final AtomicLong changes = new AtomicLong();
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private volatile Snapshot snapshot;

  @Inject
  UnitCache(
      DSLContext db,
      Notifications notifications,
      TransactionSynchronizationRegistry transactions,
      Clock clock) {
    this.db = db;
    this.notifications = notifications;
    this.transactions = transactions;
    this.clock = clock;
  }

  @PostConstruct
  void listen() {
    notifications.listen(
        TOPIC,
        new Notifications.Listener() {
          @Override
          public void told(String payload) {
            forget();
          }

          @Override
          public void missed() {
            forget();
          }
        });
  }

  Snapshot get() {
    var known = snapshot;
    if (known != null && notifications.live() && clock.instant().isBefore(known.until())) {
      return known;
    }
    var before = changes.get();
    var read = read();
    if (changes.get() == before) {
      snapshot = read;
      // a change that came in between has emptied the place already, or will find it filled
      if (changes.get() != before) {
        snapshot = null;
      }
    }
    return read;
  }

  /** Tells all nodes when the current transaction commits, and this one however it ends. */
  void changed() {
    notifications.sendInTransaction(TOPIC, "");
    forget();
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            // also after a rollback: the transaction may have read what never came to be
            forget();
          }
        });
  }

  /** Runs after this node has forgotten what it knew, so that followers read anew. */
  void whenChanged(Runnable follower) {
    followers.add(follower);
  }

  private void forget() {
    changes.incrementAndGet();
    snapshot = null;
    followers.forEach(Runnable::run);
  }

  private Snapshot read() {
    var house = db.resultQuery("select zone, locale from organisation").fetchSingle();
    var zone = ZoneId.of(house.get(0, String.class));
    var now = clock.instant();
    var heads = heads(LocalDate.ofInstant(now, zone));
    var units = new ArrayList<Unit>();
    db.resultQuery("select id, parent, kind, name, head, position, closed_at from org_unit")
        .forEach(
            row -> {
              var id = row.get(0, UUID.class);
              var named = Optional.ofNullable(row.get(4, UUID.class));
              units.add(
                  new Unit(
                      id,
                      Optional.ofNullable(row.get(1, UUID.class)),
                      UnitKind.of(row.get(2, String.class)).orElseThrow(),
                      row.get(3, String.class),
                      named.or(() -> Optional.ofNullable(heads.get(id))),
                      named,
                      row.get(5, Integer.class),
                      row.get(6) != null));
            });
    return new Snapshot(new UnitTree(units), zone, house.get(1, String.class), now.plus(LASTS));
  }

  private Map<UUID, UUID> heads(LocalDate today) {
    return db.resultQuery(
            "select distinct on (unit) unit, p.person from post p join person h on h.id = p.person"
                + " where leader and active and (valid_from is null or valid_from <= {0})"
                + " and (valid_until is null or valid_until >= {0})"
                + " order by unit, p.created_at, p.id",
            org.jooq.impl.DSL.val(today))
        .fetchMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class));
  }
}
