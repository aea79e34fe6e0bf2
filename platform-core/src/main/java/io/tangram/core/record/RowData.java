package io.tangram.core.record;

import io.tangram.core.metadata.AppVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;

/** A record while it is being read or written: the mutable side of {@link Row}. */
final class RowData {
  final TableShape shape;
  UUID id;
  int version;
  String type;
  String state;
  UUID company;
  UUID department;
  UUID owner;
  Instant createdAt;
  UUID createdBy;
  Instant updatedAt;
  UUID updatedBy;
  UUID parent;

  /** By the number of the field; null where empty. */
  final Object[] values;

  RowData(TableShape shape) {
    this.shape = shape;
    this.values = new Object[shape.fields.size()];
  }

  /** Reads what {@link TableShape#columns} selects. */
  static RowData read(TableShape shape, ResultSet row) throws SQLException {
    var data = new RowData(shape);
    data.id = row.getObject(1, UUID.class);
    if (shape.subtable) {
      data.parent = row.getObject(2, UUID.class);
    } else {
      data.readSystem(row);
    }
    for (var field : shape.kept) {
      data.values[field.number()] = field.type().fromColumns(row, field.at(), field.def());
    }
    return data;
  }

  private void readSystem(ResultSet row) throws SQLException {
    version = row.getInt(2);
    type = row.getString(3);
    state = row.getString(4);
    company = row.getObject(5, UUID.class);
    department = row.getObject(6, UUID.class);
    owner = row.getObject(7, UUID.class);
    createdAt = instant(row, 8);
    createdBy = row.getObject(9, UUID.class);
    updatedAt = instant(row, 10);
    updatedBy = row.getObject(11, UUID.class);
  }

  private static Instant instant(ResultSet row, int index) throws SQLException {
    var value = row.getObject(index, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  RowData copy() {
    var copy = new RowData(shape);
    copy.id = id;
    copy.version = version;
    copy.type = type;
    copy.state = state;
    copy.company = company;
    copy.department = department;
    copy.owner = owner;
    copy.createdAt = createdAt;
    copy.createdBy = createdBy;
    copy.updatedAt = updatedAt;
    copy.updatedBy = updatedBy;
    copy.parent = parent;
    System.arraycopy(values, 0, copy.values, 0, values.length);
    return copy;
  }

  Object value(String key) {
    return shape.field(key).map(f -> values[f.number()]).orElse(null);
  }

  AppVersion appVersion() {
    return shape.version;
  }

  Row toRow() {
    var present = new HashMap<String, Object>();
    for (var field : shape.fields) {
      if (values[field.number()] != null) {
        present.put(field.key(), values[field.number()]);
      }
    }
    return new Row(
        id,
        version,
        Optional.ofNullable(type),
        Optional.ofNullable(state),
        Optional.ofNullable(company),
        Optional.ofNullable(department),
        Optional.ofNullable(owner),
        createdAt,
        Optional.ofNullable(createdBy),
        updatedAt,
        Optional.ofNullable(updatedBy),
        present);
  }
}
