package io.tangram.workflow.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Runs the constant statements of this module on the transaction's connection. Values are bound,
 * never written into the text.
 */
@Singleton
public class Statements {
  private final DataSource pool;

  @Inject
  public Statements(DataSource pool) {
    this.pool = pool;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  public interface Read<T> {
    T row(ResultSet row) throws SQLException;
  }

  public <T> List<T> list(String sql, Read<T> read, Object... values) {
    try (var connection = pool.getConnection();
        var statement = prepare(connection, sql, values);
        var result = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(read.row(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("query failed: " + sql, e);
    }
  }

  public <T> Optional<T> first(String sql, Read<T> read, Object... values) {
    return list(sql, read, values).stream().findFirst();
  }

  /** The number of rows touched. */
  public int change(String sql, Object... values) {
    try (var connection = pool.getConnection();
        var statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("statement failed: " + sql, e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < values.length; i++) {
      bind(connection, statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void bind(Connection connection, PreparedStatement statement, int at, Object value)
      throws SQLException {
    if (value instanceof Optional<?> optional) {
      bind(connection, statement, at, optional.orElse(null));
    } else if (value instanceof Instant instant) {
      statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Collection<?> ids) {
      statement.setArray(at, connection.createArrayOf("uuid", ids.toArray()));
    } else {
      statement.setObject(at, value);
    }
  }

  static Optional<UUID> uuid(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, java.time.OffsetDateTime.class))
        .map(java.time.OffsetDateTime::toInstant);
  }
}
