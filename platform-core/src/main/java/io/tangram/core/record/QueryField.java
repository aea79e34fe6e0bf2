package io.tangram.core.record;

import io.tangram.core.field.FieldType;
import io.tangram.core.metadata.FieldDef;
import java.util.List;
import org.jooq.Field;

/**
 * What a query can filter, sort and group by.
 *
 * @param columns under the alias {@code t}
 * @param number of the table's field; -1 for a system column
 */
record QueryField(
    String key, FieldDef def, FieldType<Object> type, List<Field<?>> columns, int number) {
  static QueryField of(FieldShape field) {
    return new QueryField(
        field.key(),
        field.def(),
        field.type(),
        field.columns().stream().<Field<?>>map(c -> c.read("t")).toList(),
        field.number());
  }

  /**
   * What it is ordered and grouped by; empty when it cannot be. The house's own columns all can.
   */
  List<Field<?>> sort() {
    return number < 0 ? columns : type.sort(columns, def);
  }
}
