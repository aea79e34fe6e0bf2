package io.tangram.core.field;

/**
 * Where the values of a field are; a closed family, so the write and read path may branch on it.
 */
public enum Storage {
  /** In columns of the row. */
  COLUMNS,
  /** In rows of the field's own table, which point at this row: a sub-table. */
  CHILD_ROWS,
  /** In another table's relation, of which this is the other end: a list of ids. */
  OTHER_END,
  /** In a row of another table that is found when this one is read: a lookup. */
  ELSEWHERE,
  /** Nowhere: made by the field's formula whenever the row is read. */
  NOWHERE
}
