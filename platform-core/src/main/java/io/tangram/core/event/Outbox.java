package io.tangram.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes events into the history, and beside each one what is to be delivered to whom, in the
 * caller's transaction: told if and only if done. It never delivers.
 */
@ApplicationScoped
public class Outbox {
  // one statement for both, so that a write pays one round trip; ids ascend per record because the
  // writer holds the record's row lock
  private static final String APPEND =
      """
      with told as (
        insert into history (app, table_key, record, version, kind, changes, actor, cause,
                             reference, depth, at)
        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) returning id, record)
      insert into delivery (subscriber, event, record)
      select subscriber, told.id, told.record from told, unnest(?::text[]) subscriber\
      """;

  private static final String APPEND_ONLY =
      """
      insert into history (app, table_key, record, version, kind, changes, actor, cause,
                           reference, depth, at)
      values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)\
      """;

  private final DataSource dataSource;
  private final List<Subscriber> subscribers;
  private final TransactionSynchronizationRegistry transactions;
  private final OutboxRelay relay;

  Outbox(
      DataSource dataSource,
      @All List<Subscriber> subscribers,
      TransactionSynchronizationRegistry transactions,
      OutboxRelay relay) {
    this.dataSource = dataSource;
    this.subscribers = subscribers;
    this.transactions = transactions;
    this.relay = relay;
  }

  /** Appends all events, in this order. Their ids are given by the database and ignored here. */
  public void append(List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    var wanted = events.stream().anyMatch(e -> subscribers.stream().anyMatch(s -> s.wants(e)));
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(wanted ? APPEND : APPEND_ONLY)) {
      for (var event : events) {
        bind(statement, event);
        if (wanted) {
          statement.setArray(12, connection.createArrayOf("text", wanting(event)));
        }
        if (events.size() > 1) {
          statement.addBatch();
        }
      }
      if (events.size() > 1) {
        statement.executeBatch();
      } else {
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("history could not be written", e);
    }
    if (wanted) {
      transactions.registerInterposedSynchronization(new WakeWhenCommitted());
    }
  }

  private Object[] wanting(Event event) {
    return subscribers.stream().filter(s -> s.wants(event)).map(Subscriber::name).toArray();
  }

  private static void bind(PreparedStatement statement, Event event) throws SQLException {
    statement.setString(1, event.app());
    statement.setString(2, event.table());
    statement.setObject(3, event.record());
    statement.setInt(4, event.version());
    statement.setString(5, event.kind());
    statement.setString(6, json(event.changes()));
    statement.setObject(7, event.actor().orElse(null), Types.OTHER);
    statement.setString(8, event.cause());
    statement.setString(9, event.reference().orElse(null));
    statement.setInt(10, event.depth());
    statement.setObject(11, event.at().atOffset(ZoneOffset.UTC));
  }

  private static String json(ObjectNode changes) {
    return changes.toString();
  }

  private final class WakeWhenCommitted implements Synchronization {
    @Override
    public void beforeCompletion() {
      // nothing to do before: the rows are written already
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        relay.wake();
      }
    }
  }
}
