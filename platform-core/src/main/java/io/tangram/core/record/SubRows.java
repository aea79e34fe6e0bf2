package io.tangram.core.record;

import io.tangram.core.field.SubRow;
import java.util.LinkedHashMap;
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
}
