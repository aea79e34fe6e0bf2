package io.tangram.core.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the history of records. Only the outbox writes it. */
@Singleton
class HistoryStore {
  private static final String SINCE =
      "select changes from history where record = ? and version > ? order by id";
  private static final String CREATED =
      "select changes, actor from history where record = ? and version = 1 order by id limit 1";
  private static final String PAGE =
      """
      select id, version, kind, changes, actor, cause, reference, at from history
      where app = ? and table_key = ? and record = ? and id < ? order by id desc limit ?\
      """;

  /** One line, newest first in a page. */
  record Line(
      long id,
      int version,
      String kind,
      ObjectNode changes,
      Optional<UUID> actor,
      String cause,
      Optional<String> reference,
      OffsetDateTime at) {}

  private final DataSource dataSource;
  private final ObjectMapper json;

  HistoryStore(DataSource dataSource, ObjectMapper json) {
    this.dataSource = dataSource;
    this.json = json;
  }

  /** Field key to the value it had at that version, for every field changed after it. */
  Map<String, JsonNode> changesSince(UUID record, int version) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(SINCE)) {
      statement.setObject(1, record);
      statement.setInt(2, version);
      try (var row = statement.executeQuery()) {
        var base = new HashMap<String, JsonNode>();
        while (row.next()) {
          for (var change : read(row.getString(1)).properties()) {
            var from = change.getValue().path("from");
            base.putIfAbsent(change.getKey(), from.isMissingNode() ? NullNode.getInstance() : from);
          }
        }
        return base;
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  /** What a record was created with, and by whom. */
  record Creation(ObjectNode changes, Optional<UUID> actor) {}

  Optional<Creation> creation(UUID record) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(CREATED)) {
      statement.setObject(1, record);
      try (var row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Creation(
                    read(row.getString(1)), Optional.ofNullable(row.getObject(2, UUID.class))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  /** Lines before the one with this id. */
  List<Line> page(String app, String table, UUID record, long before, int limit) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(PAGE)) {
      statement.setString(1, app);
      statement.setString(2, table);
      statement.setObject(3, record);
      statement.setLong(4, before);
      statement.setInt(5, limit);
      try (var row = statement.executeQuery()) {
        var lines = new ArrayList<Line>();
        while (row.next()) {
          lines.add(line(row));
        }
        return lines;
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  private Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("id"),
        row.getInt("version"),
        row.getString("kind"),
        read(row.getString("changes")),
        Optional.ofNullable(row.getObject("actor", UUID.class)),
        row.getString("cause"),
        Optional.ofNullable(row.getString("reference")),
        row.getObject("at", OffsetDateTime.class));
  }

  private ObjectNode read(String text) {
    try {
      return (ObjectNode) json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("history holds JSON that cannot be read", e);
    }
  }
}
