package io.tangram.core.event;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections to the pool's database outside the pool, for what holds one for good. It never
 * takes part in a transaction.
 */
@FunctionalInterface
interface OwnConnection {
  Connection open() throws SQLException;

  static OwnConnection like(AgroalDataSource pool) {
    var factory =
        pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    var source = new PGSimpleDataSource();
    source.setUrl(factory.jdbcUrl());
    if (factory.principal() instanceof NamePrincipal user) {
      source.setUser(user.getName());
    }
    for (var credential : factory.credentials()) {
      if (credential instanceof SimplePassword password) {
        source.setPassword(password.getWord());
      }
    }
    return to(source);
  }

  /** A half-open line is noticed: keep-alive by the system, and no read waits for ever. */
  static OwnConnection to(PGSimpleDataSource source) {
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(5);
    source.setSocketTimeout(20);
    source.setApplicationName("tangram notifications");
    return source::getConnection;
  }
}
