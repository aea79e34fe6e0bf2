package io.tangram.core.event;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Short words between the nodes, by NOTIFY and LISTEN on a connection of its own. It keeps nothing:
 * whoever needs to know for certain asks the database when {@link Listener#missed} is called.
 *
 * <p>All topics share one PostgreSQL channel, so that listening to one more costs no statement. A
 * node hears its own words too. A payload is at most 7,900 bytes.
 */
@ApplicationScoped
public class Notifications {
  /** Hears one topic. Runs on the listening thread, so it only marks, forgets or wakes. */
  public interface Listener {
    void told(String payload);

    /** The connection was lost or has come back: anything may have been missed. */
    void missed();
  }

  /** Ends what {@link #listen} began. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  private static final Logger LOG = Logger.getLogger(Notifications.class);

  private final ConcurrentMap<String, List<Listener>> listeners = new ConcurrentHashMap<>();
  private final DataSource pool;
  private final TransactionSynchronizationRegistry transactions;
  private final NotificationSender sender;
  private final NotificationReceiver receiver;

  @Inject
  public Notifications(AgroalDataSource pool, TransactionSynchronizationRegistry transactions) {
    this(pool, OwnConnection.like(pool), transactions);
  }

  Notifications(
      DataSource pool, OwnConnection own, TransactionSynchronizationRegistry transactions) {
    this.pool = pool;
    this.transactions = transactions;
    this.sender = new NotificationSender(pool);
    this.receiver = new NotificationReceiver(own, this::dispatch, this::missed);
  }

  void start(@Observes StartupEvent started) {
    sender.start();
    receiver.start();
  }

  void stop(@Observes ShutdownEvent stopping) {
    receiver.close();
    sender.close();
  }

  /** Whether words of other nodes arrive now; what relies on them for freshness asks this first. */
  public boolean live() {
    return receiver.live();
  }

  public Listening listen(String topic, Listener listener) {
    listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(listener);
    return () -> listeners.get(topic).remove(listener);
  }

  /**
   * Tells it when, and only if, the current transaction commits; this node's own listeners before
   * the commit returns. PostgreSQL makes committing notifiers queue up, so this is for rare acts; a
   * hot write uses {@link #sendAfterCommit}.
   */
  public void sendInTransaction(String topic, String payload) {
    var message = new Message(topic, payload);
    try (var connection = pool.getConnection();
        var notify = connection.prepareStatement("select pg_notify(?, ?)")) {
      notify.setString(1, Message.CHANNEL);
      notify.setString(2, message.text());
      notify.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot notify " + topic, e);
    }
    onCommit(() -> dispatch(message));
  }

  /**
   * Tells it soon after the current transaction has committed, on another connection; now, if there
   * is no transaction. A node that dies in between says nothing, so listeners also look by
   * themselves from time to time.
   */
  public void sendAfterCommit(String topic, String payload) {
    onCommit(() -> sender.send(new Message(topic, payload)));
  }

  private void onCommit(Runnable act) {
    if (transactions.getTransactionKey() == null) {
      act.run();
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              act.run();
            }
          }
        });
  }

  private void dispatch(Message message) {
    for (var listener : listeners.getOrDefault(message.topic(), List.of())) {
      try {
        listener.told(message.payload());
      } catch (RuntimeException e) {
        // one deaf listener must not silence the others
        LOG.errorf(e, "listener of %s failed", message.topic());
      }
    }
  }

  private void missed() {
    listeners.forEach(
        (topic, heard) -> {
          for (var listener : heard) {
            try {
              listener.missed();
            } catch (RuntimeException e) {
              LOG.errorf(e, "listener of %s failed", topic);
            }
          }
        });
  }

  /** One word on the shared channel: the topic up to the first blank, the payload after it. */
  record Message(String topic, String payload) {
    static final String CHANNEL = "tangram";

    static Message of(String text) {
      var blank = text.indexOf(' ');
      return blank < 0
          ? new Message(text, "")
          : new Message(text.substring(0, blank), text.substring(blank + 1));
    }

    String text() {
      return topic + " " + payload;
    }
  }
}
