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
 * @param body what follows the table's name; columns quoted
 */
public record PhysicalIndex(
    String name, Kind kind, String element, List<String> fields, String body) {
  /** What an index is for. */
  public enum Kind {
    PLAIN,
    /** No two rows with the same values. */
    UNIQUE,
    /** No two rows that overlap; built under a lock, since PostgreSQL has no other way. */
    EXCLUSION;

    boolean rule() {
      return this != PLAIN;
    }
  }

  public PhysicalIndex {
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(element, "element is null");
    requireNonNull(body, "body is null");
    fields = List.copyOf(fields);
  }

  /** An index whose name follows from what it does. */
  static PhysicalIndex of(
      String table, Kind kind, String element, List<String> fields, String body) {
    var hash = Names.hash(kind + body);
    var what = element.isEmpty() ? String.join("_", fields) : element;
    return new PhysicalIndex(
        Names.cut(table + "$" + what, Names.LONGEST - hash.length() - 1) + "$" + hash,
        kind,
        element,
        fields,
        body);
  }
}
