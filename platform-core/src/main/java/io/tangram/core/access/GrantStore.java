package io.tangram.core.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps {@code record_grant}, in the caller's transaction. */
@Singleton
class GrantStore implements RecordGrants {
  private static final String GRANT =
      """
      insert into record_grant (app, table_key, record, principal, level, reason)
      select ?, ?, ?, principal, ?, ? from unnest(?::uuid[]) principal
      on conflict (record, principal, reason)
      do update set level = greatest(record_grant.level, excluded.level)\
      """;
  private static final String REVOKE =
      """
      delete from record_grant
      where app = ? and table_key = ? and record = ? and reason = ? and principal = any(?::uuid[])\
      """;

  private static final String TABLES =
      """
      select distinct table_key from record_grant where app = ? and principal = any(?::uuid[])\
      """;

  private final DataSource dataSource;

  GrantStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void grant(
      String app, String table, UUID record, Collection<UUID> persons, Level level, String reason) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(GRANT)) {
      statement.setString(1, app);
      statement.setString(2, table);
      statement.setObject(3, record);
      statement.setInt(4, level.ordinal() + 1);
      statement.setString(5, reason);
      statement.setArray(6, ids(connection, persons));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a record could not be shared", e);
    }
  }

  @Override
  public void revoke(
      String app, String table, UUID record, Collection<UUID> persons, String reason) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(REVOKE)) {
      statement.setString(1, app);
      statement.setString(2, table);
      statement.setObject(3, record);
      statement.setString(4, reason);
      statement.setArray(5, ids(connection, persons));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a record's sharing could not be taken back", e);
    }
  }

  @Override
  public Set<String> tables(String app, Actor actor) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(TABLES)) {
      statement.setString(1, app);
      statement.setArray(2, ids(connection, actor.principals()));
      var found = new HashSet<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("grants could not be read", e);
    }
  }

  private static java.sql.Array ids(Connection connection, Collection<UUID> persons)
      throws SQLException {
    // a set, because one statement must not touch the same row twice
    var distinct = persons.stream().distinct().map(UUID::toString).toArray();
    return connection.createArrayOf("text", distinct);
  }
}
