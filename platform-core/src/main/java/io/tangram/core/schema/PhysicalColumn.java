package io.tangram.core.schema;

import static java.util.Objects.requireNonNull;

import io.tangram.core.field.ColumnType;
import java.util.Optional;

/**
 * One column of a field, as it was given at birth.
 *
 * @param field key of the field it belongs or belonged to
 * @param part empty for the field's main column
 * @param name in the database; never changes
 * @param fieldType key of the type by which its values were read
 * @param change how it gets the old values of a field that changed its type; empty for a column
 *     that begins empty
 */
public record PhysicalColumn(
    String field,
    String part,
    String name,
    ColumnType type,
    String fieldType,
    State state,
    Optional<Change> change) {

  /** Whether it is read and written. */
  public enum State {
    READY,
    /** Read and written, while old values are still on their way into it. */
    BUILDING,
    /** No longer named by the design; its values stay. */
    RETIRED
  }

  /**
   * @param marker boolean column that is true in rows whose value stands in the new column
   * @param value SQL for the old value as one of the new type, its columns under {@link #ALIAS}
   * @param mayFail whether there can be values that it does not convert
   */
  public record Change(String marker, String value, boolean mayFail) {
    /** Stands before each column's name; replaced by the alias the reader uses. */
    static final String ALIAS = "\"~\"";

    /** The old value under a table's alias, quoted as SQL wants it. */
    String under(String alias) {
      return value.replace(ALIAS, '"' + alias.replace("\"", "\"\"") + '"');
    }

    /** The old value where only one table is in sight. */
    String bare() {
      return value.replace(ALIAS + ".", "");
    }
  }

  public PhysicalColumn {
    requireNonNull(field, "field is null");
    requireNonNull(part, "part is null");
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    requireNonNull(fieldType, "fieldType is null");
    requireNonNull(state, "state is null");
    requireNonNull(change, "change is null");
  }

  static PhysicalColumn ready(
      String field, String part, String name, ColumnType type, String fieldType) {
    return new PhysicalColumn(field, part, name, type, fieldType, State.READY, Optional.empty());
  }

  /** Whether the design names it. */
  public boolean live() {
    return state != State.RETIRED;
  }

  PhysicalColumn in(State next) {
    return new PhysicalColumn(
        field,
        part,
        name,
        type,
        fieldType,
        next,
        next == State.BUILDING ? change : Optional.empty());
  }

  PhysicalColumn building(Change how) {
    return new PhysicalColumn(field, part, name, type, fieldType, State.BUILDING, Optional.of(how));
  }

  PhysicalColumn readBy(String nextFieldType) {
    return new PhysicalColumn(field, part, name, type, nextFieldType, state, change);
  }
}
