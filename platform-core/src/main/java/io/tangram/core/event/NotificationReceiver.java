package io.tangram.core.event;

import io.tangram.core.event.Notifications.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Holds the one listening connection, opens it again when it breaks and says so. It never writes.
 */
final class NotificationReceiver implements Runnable, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(NotificationReceiver.class);
  private static final int HEARTBEAT_MILLIS = 5_000;
  private static final int RETRY_MILLIS = 500;

  private final OwnConnection own;
  private final Consumer<Message> told;
  private final Runnable missed;
  private final Thread thread = new Thread(this, "tangram-listen");
  private volatile boolean live;
  private volatile boolean closed;
  private volatile Connection current;

  NotificationReceiver(OwnConnection own, Consumer<Message> told, Runnable missed) {
    this.own = own;
    this.told = told;
    this.missed = missed;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean live() {
    return live;
  }

  @Override
  public void run() {
    while (!closed) {
      try (var connection = own.open()) {
        current = connection;
        hear(connection);
      } catch (SQLException e) {
        if (!closed) {
          LOG.warnf("listening connection lost, trying again: %s", e.getMessage());
        }
      }
      if (live) {
        live = false;
        missed.run();
      }
      pause();
    }
  }

  private void hear(Connection connection) throws SQLException {
    try (var listen = connection.createStatement()) {
      listen.execute("listen " + Message.CHANNEL);
    }
    live = true;
    missed.run();
    var words = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] heard = words.getNotifications(HEARTBEAT_MILLIS);
      for (var word : heard) {
        told.accept(Message.of(word.getParameter()));
      }
      if (heard.length == 0) {
        beat(connection);
      }
    }
  }

  /** A silent line may be a dead one: only an answer shows that it is not. */
  private void beat(Connection connection) throws SQLException {
    if (!connection.isValid(2)) {
      throw new SQLException("no answer");
    }
  }

  private void pause() {
    if (closed) {
      return;
    }
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    live = false;
    try {
      var open = current;
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      LOG.debugf("closing the listening connection: %s", e.getMessage());
    }
    thread.interrupt();
  }
}
