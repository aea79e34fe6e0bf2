package io.tangram.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An index or a constraint that is kept by one. Its name holds a hash of what it does, so one that
 * changes is another one, and names alone tell two states of a database apart.
 *
 * @param name in the database
 * @param element key of the field or of the rule it serves; empty for those of the house
 * @param fields the fields it stands on
 * @param on the columns or expressions it compares, quoted
 * @param where the rows it is about; empty for all
 */
public record PhysicalIndex(
    String name, Kind kind, String element, List<String> fields, List<String> on, String where) {
  /** What an index is for. */
  public enum Kind {
    PLAIN,
    /** No two rows with the same values. */
    UNIQUE,
    /** Finds elements of lists. */
    GIN,
    /** No two rows that overlap; built under a lock, since PostgreSQL has no other way. */
    EXCLUSION;

    boolean rule() {
      return this == UNIQUE || this == EXCLUSION;
    }
  }

  public PhysicalIndex {
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(element, "element is null");
    requireNonNull(where, "where is null");
    fields = List.copyOf(fields);
    on = List.copyOf(on);
  }

  /** What follows the table's name in the statement that makes it. */
  String body() {
    var columns = '(' + String.join(", ", on) + ')';
    var rows = where.isEmpty() ? "" : " where (" + where + ')';
    return switch (kind) {
      case PLAIN, UNIQUE -> columns + rows;
      case GIN -> "using gin " + columns;
      case EXCLUSION -> "exclude using gist " + columns + rows;
    };
  }

  /** An index whose name follows from what it does. */
  static PhysicalIndex of(
      String table, Kind kind, String element, List<String> fields, List<String> on, String where) {
    var hash = Names.hash(kind + String.join(", ", on) + where);
    var what = element.isEmpty() ? String.join("_", fields) : element;
    return new PhysicalIndex(
        Names.cut(table + "$" + what, Names.LONGEST - hash.length() - 1) + "$" + hash,
        kind,
        element,
        fields,
        on,
        where);
  }
}
