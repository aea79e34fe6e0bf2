package io.tangram.core.postgres;

import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test class a fresh database in a real PostgreSQL; its nested classes share it. Hands
 * in {@link TestDatabase}, {@link DataSource} and {@link DSLContext} as parameters.
 */
public final class Postgres implements BeforeAllCallback, ParameterResolver {
  private static final Namespace SPACE = Namespace.create(Postgres.class);
  private static final List<Class<?>> KNOWN =
      List.of(TestDatabase.class, DataSource.class, DSLContext.class);

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    database(context); // in the outermost class's own store, which drops it at its end
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return KNOWN.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var database = database(context);
    var type = parameter.getParameter().getType();
    if (type == TestDatabase.class) {
      return database;
    }
    return type == DataSource.class ? database.dataSource() : Jooq.over(database.dataSource());
  }

  private static TestDatabase database(ExtensionContext context) {
    return context
        .getStore(SPACE)
        .computeIfAbsent("database", key -> create(context), TestDatabase.class);
  }

  private static TestDatabase create(ExtensionContext context) {
    var database = TestDatabase.create();
    var migrated = context.getRequiredTestClass().getAnnotation(Migrated.class);
    return migrated == null ? database : database.migrated(migrated.value());
  }
}
