package io.tangram.core.access;

import io.tangram.core.formula.SqlTerm;
import io.tangram.core.formula.ValueType;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** The system columns that formulas, filters and sorts may name; a closed set. */
public enum SystemNames {
  ID(SQLDataType.UUID, ValueType.RECORD),
  VERSION(SQLDataType.INTEGER, ValueType.NUMBER),
  TYPE(SQLDataType.CLOB, ValueType.TEXT),
  STATE(SQLDataType.CLOB, ValueType.TEXT),
  COMPANY(SQLDataType.UUID, ValueType.RECORD),
  DEPARTMENT(SQLDataType.UUID, ValueType.RECORD),
  OWNER(SQLDataType.UUID, ValueType.RECORD),
  CREATED_AT(SQLDataType.TIMESTAMPWITHTIMEZONE, ValueType.DATETIME),
  CREATED_BY(SQLDataType.UUID, ValueType.RECORD),
  UPDATED_AT(SQLDataType.TIMESTAMPWITHTIMEZONE, ValueType.DATETIME),
  UPDATED_BY(SQLDataType.UUID, ValueType.RECORD);

  private final DataType<?> type;
  private final ValueType valueType;

  SystemNames(DataType<?> type, ValueType valueType) {
    this.type = type;
    this.valueType = valueType;
  }

  /** The name in formulas and JSON: {@code created_at}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String column() {
    return "_" + key();
  }

  public DataType<?> type() {
    return type;
  }

  public ValueType valueType() {
    return valueType;
  }

  public Field<?> field(String alias) {
    return org.jooq.impl.DSL.field(org.jooq.impl.DSL.name(alias, column()), type);
  }

  SqlTerm term(String alias) {
    return this == TYPE || this == STATE
        ? SqlTerm.key(field(alias))
        : SqlTerm.of(field(alias), valueType);
  }

  public static Optional<SystemNames> find(String key) {
    for (var known : values()) {
      if (known.key().equals(key)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
