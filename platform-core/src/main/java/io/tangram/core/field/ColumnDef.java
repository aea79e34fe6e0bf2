package io.tangram.core.field;

import org.jooq.DataType;

/**
 * One column that a field needs.
 *
 * @param part empty for the main column, else the name of the part ({@code currency} of a money,
 *     {@code end} of a range)
 */
public record ColumnDef(String part, DataType<?> type) {
  public static ColumnDef main(DataType<?> type) {
    return new ColumnDef("", type);
  }
}
