package io.tangram.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything an app has in the database, retired things included: what {@code information_schema}
 * would say, with the fields' names. Pure: it knows no connection.
 *
 * @param name of the PostgreSQL schema
 */
public record PhysicalSchema(String name, List<PhysicalTable> tables) {
  public PhysicalSchema {
    requireNonNull(name, "name is null");
    tables = List.copyOf(tables);
  }

  /** What an app has before its first version. */
  public static PhysicalSchema nothing(String app) {
    return new PhysicalSchema(Names.schema(app), List.of());
  }

  /** The live table with this key. */
  public Optional<PhysicalTable> table(String key) {
    return tables.stream().filter(t -> t.live() && t.key().equals(key)).findFirst();
  }

  /** The table with this name in the database. */
  Optional<PhysicalTable> named(String tableName) {
    return tables.stream().filter(t -> t.name().equals(tableName)).findFirst();
  }

  PhysicalSchema with(PhysicalTable added) {
    var all = new ArrayList<>(tables);
    all.add(added);
    return new PhysicalSchema(name, all);
  }

  PhysicalSchema changing(String tableName, UnaryOperator<PhysicalTable> change) {
    return new PhysicalSchema(
        name, tables.stream().map(t -> t.name().equals(tableName) ? change.apply(t) : t).toList());
  }
}
