package io.tangram.core.record;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that seals cursors: made from the configured secret, else one that all nodes share
 * through the database. It seals nothing that must stay secret.
 */
@Singleton
class CursorKey {
  private static final String KEEP =
      "insert into cursor_key (one, bytes) values (true, ?) on conflict do nothing";

  private final DataSource dataSource;
  private final Optional<String> secret;
  private volatile byte[] bytes;

  CursorKey(
      DataSource dataSource, @ConfigProperty(name = "tangram.secret") Optional<String> secret) {
    this.dataSource = dataSource;
    this.secret = secret;
  }

  byte[] bytes() {
    if (bytes == null) {
      bytes = secret.filter(s -> !s.isBlank()).map(CursorKey::derived).orElseGet(this::kept);
    }
    return bytes;
  }

  private static byte[] derived(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(("cursor:" + secret).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private byte[] kept() {
    var made = new byte[32];
    new SecureRandom().nextBytes(made);
    try (var connection = dataSource.getConnection();
        var keep = connection.prepareStatement(KEEP);
        var read = connection.prepareStatement("select bytes from cursor_key")) {
      keep.setBytes(1, made);
      keep.executeUpdate();
      try (var row = read.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }
}
