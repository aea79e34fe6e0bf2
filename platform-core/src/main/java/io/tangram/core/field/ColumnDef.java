package io.tangram.core.field;

import static java.util.Objects.requireNonNull;

/**
 * One column that a field needs.
 *
 * @param part empty for the main column, else the name of the part ({@code currency} of a money,
 *     {@code end} of a range)
 */
public record ColumnDef(String part, ColumnType type) {
  public ColumnDef {
    requireNonNull(part, "part is null");
    requireNonNull(type, "type is null");
  }

  public static ColumnDef main(ColumnType type) {
    return new ColumnDef("", type);
  }
}
