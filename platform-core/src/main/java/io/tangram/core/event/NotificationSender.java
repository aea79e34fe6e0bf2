package io.tangram.core.event;

import io.tangram.core.event.Notifications.Message;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Sends what has gathered in one statement, equal words once. Used after a commit, so it never
 * joins a transaction and never makes a request wait.
 */
final class NotificationSender implements Runnable, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(NotificationSender.class);
  private static final int RETRY_MILLIS = 1_000;

  private final DataSource pool;
  private final Set<Message> waiting = new LinkedHashSet<>();
  private final Thread thread = new Thread(this, "tangram-notify");
  private boolean closed;

  NotificationSender(DataSource pool) {
    this.pool = pool;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  synchronized void send(Message message) {
    waiting.add(message);
    notifyAll();
  }

  @Override
  public void run() {
    try {
      for (var batch = take(); !batch.isEmpty(); batch = take()) {
        if (!told(batch)) {
          putBack(batch);
          Thread.sleep(RETRY_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for words; empty when closed. */
  private synchronized List<Message> take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    var batch = new ArrayList<>(waiting);
    waiting.clear();
    return closed ? List.of() : batch;
  }

  private synchronized void putBack(List<Message> batch) {
    waiting.addAll(batch);
  }

  private boolean told(List<Message> batch) {
    try (var connection = pool.getConnection();
        var notify =
            connection.prepareStatement("select pg_notify(?, word) from unnest(?) as t(word)")) {
      notify.setString(1, Message.CHANNEL);
      notify.setArray(
          2, connection.createArrayOf("text", batch.stream().map(Message::text).toArray()));
      notify.execute();
      return true;
    } catch (SQLException e) {
      LOG.warnf("could not notify, trying again: %s", e.getMessage());
      return false;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
