package io.tangram.core.schema;

import static org.jooq.impl.DSL.field;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * One column that is read and written.
 *
 * @param name in the database
 * @param filling while a change of type is still being filled: the old columns, whose values count
 *     where this one is empty; a write clears them. Empty when the column is ready
 */
public record StoredColumn(String name, DataType<?> type, Optional<Filling> filling) {
  /**
   * @param oldColumns cleared by every write of the field
   * @param value the old value converted to this column's type, in SQL under the table's alias
   */
  public record Filling(List<String> oldColumns, UnaryOperator<String> value) {}

  public static StoredColumn ready(String name, DataType<?> type) {
    return new StoredColumn(name, type, Optional.empty());
  }

  /** What reads the value under a table's alias. */
  public Field<?> read(String alias) {
    var own = field(DSL.name(alias, name), type);
    return filling
        .<Field<?>>map(old -> field("coalesce({0}, " + old.value().apply(alias) + ")", type, own))
        .orElse(own);
  }
}
