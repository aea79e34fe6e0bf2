package io.tangram.core.field;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The types of columns that fields are kept in. A closed family: its names are written down beside
 * every column, so one is never renamed. Numbers carry no precision and texts no length; the reader
 * holds both, because narrowing a column rewrites the whole table.
 */
public enum ColumnType {
  /** Text in the order of Chinese people (pinyin), fixed at the column's birth. */
  TEXT("text", SQLDataType.CLOB),
  /** Text that is never sorted by: long notes, keys of options, currencies. */
  WORDS("text", SQLDataType.CLOB),
  NUMBER("numeric", SQLDataType.NUMERIC),
  INTEGER("bigint", SQLDataType.BIGINT),
  BOOL("boolean", SQLDataType.BOOLEAN),
  DATE("date", SQLDataType.LOCALDATE),
  TIMESTAMP("timestamp with time zone", SQLDataType.TIMESTAMPWITHTIMEZONE),
  ID("uuid", SQLDataType.UUID),
  WORD_LIST("text[]", SQLDataType.CLOB.array()),
  ID_LIST("uuid[]", SQLDataType.UUID.array()),
  JSON("jsonb", SQLDataType.JSONB);

  /** Made by a migration; the one collation by which people's texts are compared and sorted. */
  public static final String COLLATION = "tangram";

  private final String sql;
  private final DataType<?> type;

  ColumnType(String sql, DataType<?> type) {
    this.sql = sql;
    this.type = type;
  }

  /** The type's name in PostgreSQL, without its collation. */
  public String sql() {
    return sql;
  }

  /** The type as jOOQ knows it. */
  public DataType<?> type() {
    return type;
  }

  /** Whether the column carries {@link #COLLATION}. */
  public boolean collated() {
    return this == TEXT;
  }

  /** What stands in a CREATE TABLE behind the column's name. */
  public String ddl() {
    return collated() ? sql + " collate public.\"" + COLLATION + '"' : sql;
  }

  /**
   * One {@code ?} of this type, to be bound by the caller. Arrays are bound as {@code String[]}:
   * the cast makes uuids of them, which spares the driver a look into the catalogue.
   */
  public Field<?> placeholder() {
    return DSL.field("cast({0} as " + sql + ")", type, DSL.param());
  }

  /** One {@code ?} for a list of values of this type, bound as a {@code String[]}. */
  public Field<?> listPlaceholder() {
    return DSL.field("cast({0} as " + sql + "[])", type.array(), DSL.param());
  }
}
