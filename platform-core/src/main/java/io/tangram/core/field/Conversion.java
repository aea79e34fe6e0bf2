package io.tangram.core.field;

import java.util.List;
import org.jooq.Field;

/**
 * How the values of one field become those of another.
 *
 * @param columns one expression per column of the new field, null where a value cannot be converted
 * @param mayFail whether there can be values that are not converted
 */
public record Conversion(List<Field<?>> columns, boolean mayFail) {
  public Conversion {
    columns = List.copyOf(columns);
  }

  public static Conversion safe(Field<?>... columns) {
    return new Conversion(List.of(columns), false);
  }

  public static Conversion trying(Field<?>... columns) {
    return new Conversion(List.of(columns), true);
  }
}
