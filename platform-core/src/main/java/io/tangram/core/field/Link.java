package io.tangram.core.field;

import static java.util.Objects.requireNonNull;

/**
 * What the ids in a field's values name, so that writers can check them and readers can put names
 * beside them.
 *
 * @param table for {@code RECORD} the far table as the document names it ({@code customer}, {@code
 *     base:customer}, {@code order.lines}); empty otherwise
 */
public record Link(Kind kind, String table) {
  /** The kinds of things an id may name. */
  public enum Kind {
    RECORD,
    PERSON,
    UNIT,
    FILE
  }

  public Link {
    requireNonNull(kind, "kind is null");
    requireNonNull(table, "table is null");
  }

  public static Link record(String table) {
    return new Link(Kind.RECORD, table);
  }

  public static Link of(Kind kind) {
    return new Link(kind, "");
  }
}
