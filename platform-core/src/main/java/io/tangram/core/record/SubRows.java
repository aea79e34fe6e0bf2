package io.tangram.core.record;

import io.tangram.core.field.SubRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Between the rows of a sub-table as values and as rows. */
final class SubRows {
  private SubRows() {}

  static RowData data(TableShape shape, SubRow row) {
    var data = new RowData(shape);
    data.id = row.id().orElse(null);
    for (var field : shape.fields) {
      data.values[field.number()] = row.values().get(field.key());
    }
    return data;
  }

  static SubRow value(RowData data) {
    var values = new LinkedHashMap<String, Object>();
    for (var field : data.shape.fields) {
      var value = data.values[field.number()];
      if (value != null) {
        values.put(field.key(), value);
      }
    }
    return new SubRow(Optional.ofNullable(data.id), values);
  }

  /** Puts another value into one cell of a record's sub-table. */
  static void replace(RowData record, FieldShape subtable, int row, String key, Object value) {
    var rows = new ArrayList<Object>((List<?>) record.values[subtable.number()]);
    var old = (SubRow) rows.get(row);
    var values = new LinkedHashMap<>(old.values());
    values.put(key, value);
    rows.set(row, new SubRow(old.id(), values));
    record.values[subtable.number()] = List.copyOf(rows);
  }
}
