package io.tangram.core.file;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps files as rows of at most {@link #CHUNK} bytes in PostgreSQL. */
@Singleton
final class ChunkStore implements FileStore {
  private static final int CHUNK = 512 * 1024;
  private static final String PUT = "insert into file_chunk (file, number, bytes) values (?, ?, ?)";
  private static final String GET = "select bytes from file_chunk where file = ? and number = ?";

  private final DataSource dataSource;

  ChunkStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void put(UUID id, InputStream bytes) throws IOException {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(PUT)) {
      // one chunk in memory at a time, however large the file is
      var number = 0;
      for (var chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
        statement.setObject(1, id);
        statement.setInt(2, number++);
        statement.setBytes(3, chunk);
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a file could not be kept", e);
    }
  }

  @Override
  public void copy(UUID id, OutputStream out) throws IOException {
    var number = 0;
    for (var chunk = chunk(id, number); chunk != null; chunk = chunk(id, ++number)) {
      out.write(chunk);
    }
  }

  private byte[] chunk(UUID id, int number) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(GET)) {
      statement.setObject(1, id);
      statement.setInt(2, number);
      try (var row = statement.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a file could not be read", e);
    }
  }
}
