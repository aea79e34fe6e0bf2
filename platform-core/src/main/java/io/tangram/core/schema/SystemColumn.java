package io.tangram.core.schema;

import io.tangram.core.field.ColumnType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns that every data table has beside its fields. Their keys are the names in API and
 * formulas and are no field's; their column names begin with an underscore, as no key can.
 */
public enum SystemColumn {
  ID(ColumnType.ID, true),
  VERSION(ColumnType.INTEGER, true),
  TYPE(ColumnType.WORDS, false),
  STATE(ColumnType.WORDS, false),
  COMPANY(ColumnType.ID, false),
  DEPARTMENT(ColumnType.ID, false),
  OWNER(ColumnType.ID, false),
  CREATED_AT(ColumnType.TIMESTAMP, true),
  CREATED_BY(ColumnType.ID, false),
  UPDATED_AT(ColumnType.TIMESTAMP, true),
  UPDATED_BY(ColumnType.ID, false),
  /** When the record went into the bin; null while it is there. No field of the API. */
  DELETED_AT(ColumnType.TIMESTAMP, false);

  private static final Set<String> KEYS =
      Arrays.stream(values()).map(SystemColumn::key).collect(Collectors.toUnmodifiableSet());

  private final ColumnType type;
  private final boolean filled;

  SystemColumn(ColumnType type, boolean filled) {
    this.type = type;
    this.filled = filled;
  }

  /** {@code created_at}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code _created_at}. */
  public String column() {
    return "_" + key();
  }

  public ColumnType type() {
    return type;
  }

  /** Whether it is NOT NULL. */
  public boolean filled() {
    return filled;
  }

  public static Optional<SystemColumn> of(String key) {
    return Arrays.stream(values()).filter(c -> c.key().equals(key)).findFirst();
  }

  /** Whether no field may be called so. */
  public static boolean reserved(String key) {
    return KEYS.contains(key);
  }
}
