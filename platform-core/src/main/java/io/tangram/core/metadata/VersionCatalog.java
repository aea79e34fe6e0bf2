package io.tangram.core.metadata;

import io.quarkus.runtime.StartupEvent;
import io.tangram.core.event.Notifications;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps each app's current version in memory. While the node hears the others a request costs no
 * query; while it does not, each asks for the version's number. It never decides what is current.
 */
@ApplicationScoped
class VersionCatalog implements MetadataCatalog {
  static final String TOPIC = "catalogue";

  // running processes read the version they began on; which those are changes slowly
  private static final int MOST_OLDER = 64;

  private final AppStore apps;
  private final VersionReader reader;
  private final Notifications notifications;
  private final TransactionSynchronizationRegistry transactions;
  private final ConcurrentMap<String, AppVersion> current = new ConcurrentHashMap<>();
  private final ConcurrentMap<VersionKey, AppVersion> older = new ConcurrentHashMap<>();
  private final AtomicLong told = new AtomicLong();

  private record VersionKey(String app, long number) {}

  private record Changing(String app) {}

  VersionCatalog(
      AppStore apps,
      VersionReader reader,
      Notifications notifications,
      TransactionSynchronizationRegistry transactions) {
    this.apps = apps;
    this.reader = reader;
    this.notifications = notifications;
    this.transactions = transactions;
  }

  void start(@Observes StartupEvent started) {
    notifications.listen(
        TOPIC,
        new Notifications.Listener() {
          @Override
          public void told(String app) {
            refresh(app);
          }

          @Override
          public void missed() {
            told.incrementAndGet();
            current.clear();
          }
        });
  }

  @Override
  public AppVersion current(String app) {
    return find(app).orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  @Override
  public Optional<AppVersion> find(String app) {
    var known = changedHere(app) ? null : current.get(app);
    if (known != null && (notifications.live() || apps.version(app) == known.number())) {
      return Optional.of(known);
    }
    return read(app);
  }

  private Optional<AppVersion> read(String app) {
    var before = told.get();
    var found = apps.find(app).filter(a -> a.version() > 0).map(a -> reader.read(a, a.version()));
    if (changedHere(app)) {
      return found; // not committed yet: nobody else may see it
    }
    found.ifPresent(version -> current.put(app, version));
    // published again while we were reading: what we read may be old by now, so it is not kept
    if (told.get() != before) {
      current.remove(app);
    }
    return found;
  }

  /** Whether this very transaction has published the app and has not ended yet. */
  private boolean changedHere(String app) {
    return transactions.getTransactionKey() != null
        && transactions.getResource(new Changing(app)) != null;
  }

  @Override
  public AppVersion version(String app, long number) {
    var now = current(app);
    if (now.number() == number) {
      return now;
    }
    if (number < 1 || number > now.number()) {
      throw ProblemException.of(ErrorCode.NOT_FOUND);
    }
    if (older.size() > MOST_OLDER) {
      older.clear();
    }
    return older.computeIfAbsent(
        new VersionKey(app, number), k -> reader.read(apps.find(app).orElseThrow(), number));
  }

  @Override
  public List<String> apps() {
    return apps.all().stream().filter(a -> a.version() > 0).map(App::key).toList();
  }

  @Override
  public void refresh(String app) {
    told.incrementAndGet();
    current.remove(app);
  }

  /**
   * To be called by whoever changes what is current: the other nodes hear of it if and only if the
   * transaction commits, this one forgets either way, as soon as it has ended.
   */
  @Override
  public void changing(String app) {
    transactions.putResource(new Changing(app), true);
    notifications.sendInTransaction(TOPIC, app);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            refresh(app);
          }
        });
  }
}
