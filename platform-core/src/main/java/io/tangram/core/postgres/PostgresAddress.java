package io.tangram.core.postgres;

import static java.util.Objects.requireNonNull;

/**
 * Where a server listens and how to get in. Never printed with its password.
 *
 * @param port on the loopback address
 * @param user the server's superuser
 */
public record PostgresAddress(int port, String user, String password) {
  /** The database that every server has. */
  public static final String HOME = "postgres";

  public PostgresAddress {
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public String toString() {
    return jdbcUrl("");
  }
}
