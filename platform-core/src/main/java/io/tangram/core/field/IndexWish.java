package io.tangram.core.field;

/** The index that a field gets without anybody asking, because its type is looked up by value. */
public enum IndexWish {
  NONE,
  BTREE,
  /** For columns that hold lists. */
  GIN
}
