package io.tangram.core.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The deliveries that are still to be made, in SQL. It never decides when to try again; that is the
 * relay's.
 */
@Singleton
class DeliveryStore {
  // An older delivery of the same record holds back the newer ones, also while another node has it
  // locked: its row is there until that node commits.
  private static final String NEXT =
      """
      select h.id, h.app, h.table_key, h.record, h.version, h.kind, h.changes, h.actor, h.cause,
             h.reference, h.depth, h.at, d.attempts
      from delivery d join history h on h.id = d.event
      where d.subscriber = ? and d.dead_at is null and d.due_at <= now()
        and not exists (select 1 from delivery o where o.subscriber = d.subscriber
                        and o.record = d.record and o.event < d.event and o.dead_at is null)
      order by d.event limit 1
      for update of d skip locked\
      """;
  private static final String DONE = "delete from delivery where subscriber = ? and event = ?";
  private static final String LATER =
      """
      update delivery set attempts = attempts + 1, fault = ?,
             due_at = now() + ? * interval '1 millisecond',
             dead_at = case when attempts + 1 >= ? then now() end
      where subscriber = ? and event = ?\
      """;
  private static final String DEAD =
      """
      select subscriber, event, record, attempts, dead_at, fault from delivery
      where dead_at is not null order by event limit ?\
      """;

  /** A delivery taken under a lock that lasts until the transaction ends. */
  record Taken(String subscriber, Event event, int attempts) {}

  private final DataSource dataSource;
  private final ObjectMapper json;

  DeliveryStore(DataSource dataSource, ObjectMapper json) {
    this.dataSource = dataSource;
    this.json = json;
  }

  Optional<Taken> next(String subscriber) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(NEXT)) {
      statement.setString(1, subscriber);
      try (var row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Taken(subscriber, event(row), row.getInt("attempts")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("deliveries could not be read", e);
    }
  }

  void done(Taken taken) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(DONE)) {
      statement.setString(1, taken.subscriber());
      statement.setLong(2, taken.event().id());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a delivery could not be marked", e);
    }
  }

  void later(Taken taken, Duration pause, int most, String fault) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(LATER)) {
      statement.setString(1, fault);
      statement.setLong(2, pause.toMillis());
      statement.setInt(3, most);
      statement.setString(4, taken.subscriber());
      statement.setLong(5, taken.event().id());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a delivery could not be put off", e);
    }
  }

  List<DeadLetter> dead(int limit) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(DEAD)) {
      statement.setInt(1, limit);
      try (var row = statement.executeQuery()) {
        var found = new ArrayList<DeadLetter>();
        while (row.next()) {
          found.add(
              new DeadLetter(
                  row.getString("subscriber"),
                  row.getLong("event"),
                  row.getObject("record", UUID.class),
                  row.getInt("attempts"),
                  row.getObject("dead_at", OffsetDateTime.class).toInstant(),
                  row.getString("fault")));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("dead letters could not be read", e);
    }
  }

  private Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("id"),
        row.getString("app"),
        row.getString("table_key"),
        row.getObject("record", UUID.class),
        row.getInt("version"),
        row.getString("kind"),
        changes(row.getString("changes")),
        Optional.ofNullable(row.getObject("actor", UUID.class)),
        row.getString("cause"),
        Optional.ofNullable(row.getString("reference")),
        row.getInt("depth"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private ObjectNode changes(String text) {
    try {
      return (ObjectNode) json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("history holds JSON that cannot be read", e);
    }
  }
}
