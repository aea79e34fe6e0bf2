package io.tangram.core.postgres;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * Hands out the one jOOQ context over the application's pool. Every name is quoted, since users
 * choose them. It opens no transaction: it joins the one that the service opened.
 */
@Singleton
public final class Jooq {
  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  @Produces
  @Singleton
  DSLContext context(DataSource dataSource) {
    return over(dataSource);
  }

  /** The same context over another source of connections. */
  public static DSLContext over(DataSource dataSource) {
    return DSL.using(dataSource, SQLDialect.POSTGRES, settings());
  }

  private static Settings settings() {
    return new Settings()
        .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
        // else it sends moments as text, which PostgreSQL compares with no timestamp
        .withBindOffsetDateTimeType(true)
        .withBindOffsetTimeType(true)
        .withExecuteLogging(false)
        // the driver's own exceptions carry the SQLSTATE; a copy of every statement's text does not
        .withDiagnosticsConnection(org.jooq.conf.DiagnosticsConnection.OFF);
  }
}
