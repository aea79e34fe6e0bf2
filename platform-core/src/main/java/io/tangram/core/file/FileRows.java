package io.tangram.core.file;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What is known of files, in SQL; never their bytes. */
@Singleton
class FileRows {
  private static final String ADD =
      "insert into file (id, name, media_type, size, uploaded_by) values (?, ?, ?, ?, ?)";
  private static final String FIND = "select * from file where id = any(?::uuid[])";
  // a file that another record took in the meantime is left alone, and the caller counts
  private static final String ATTACH =
      """
      update file set app = ?, table_key = ?, record = ?, field = ?
      where id = any(?::uuid[]) and (record is null or record = ?)\
      """;

  private final DataSource dataSource;

  FileRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void add(StoredFile file) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(ADD)) {
      statement.setObject(1, file.id());
      statement.setString(2, file.name());
      statement.setString(3, file.type());
      statement.setLong(4, file.size());
      statement.setObject(5, file.uploader());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a file could not be noted", e);
    }
  }

  Map<UUID, StoredFile> find(Collection<UUID> ids) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, array(connection, ids));
      try (var row = statement.executeQuery()) {
        var found = new HashMap<UUID, StoredFile>();
        while (row.next()) {
          var file = file(row);
          found.put(file.id(), file);
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("files could not be found", e);
    }
  }

  int attach(Collection<UUID> ids, StoredFile.Place place) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(ATTACH)) {
      statement.setString(1, place.app());
      statement.setString(2, place.table());
      statement.setObject(3, place.record());
      statement.setString(4, place.field());
      statement.setArray(5, array(connection, ids));
      statement.setObject(6, place.record());
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("files could not be attached", e);
    }
  }

  private static java.sql.Array array(Connection connection, Collection<UUID> ids)
      throws SQLException {
    return connection.createArrayOf("text", ids.stream().map(UUID::toString).toArray());
  }

  private static StoredFile file(ResultSet row) throws SQLException {
    var record = row.getObject("record", UUID.class);
    return new StoredFile(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getObject("uploaded_by", UUID.class),
        record == null
            ? Optional.empty()
            : Optional.of(
                new StoredFile.Place(
                    row.getString("app"),
                    row.getString("table_key"),
                    record,
                    row.getString("field"))));
  }
}
