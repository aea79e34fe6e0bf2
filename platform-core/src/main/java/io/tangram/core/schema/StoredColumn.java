package io.tangram.core.schema;

import static org.jooq.impl.DSL.field;

import io.tangram.core.field.ColumnType;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * One column that is read and written.
 *
 * @param name in the database
 * @param type what is bound for it: {@link ColumnType#placeholder()}
 * @param filling while a change of type is still being filled: the old values count in rows that
 *     are not marked yet. Empty when the column is ready
 */
public record StoredColumn(String name, ColumnType type, Optional<Filling> filling) {
  /**
   * The old values stay where they are, also when the field is written: a row's mark alone says
   * which of both counts.
   *
   * @param marker boolean column, set to true by every update of the field (new rows have it from
   *     its default)
   * @param value the old value converted to this column's type, in SQL under the table's alias
   */
  public record Filling(String marker, UnaryOperator<String> value) {}

  public static StoredColumn ready(String name, ColumnType type) {
    return new StoredColumn(name, type, Optional.empty());
  }

  /** What reads the value under a table's alias. */
  public Field<?> read(String alias) {
    var own = field(DSL.name(alias, name), type.type());
    return filling
        .<Field<?>>map(
            old ->
                field(
                    "case when {0} then {1} else " + old.value().apply(alias) + " end",
                    type.type(),
                    DSL.field(DSL.name(alias, old.marker())),
                    own))
        .orElse(own);
  }
}
