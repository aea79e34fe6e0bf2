package io.tangram.core.record;

import io.tangram.core.access.SqlText;
import io.tangram.core.access.SystemNames;
import io.tangram.core.schema.StoredColumn;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/**
 * The texts that write a row, and what is bound to them. All columns are written each time: one
 * text per table, and a row's unchanged columns cost no index entry.
 */
final class WriteSql {
  private WriteSql() {}

  static String insert(TableShape shape) {
    var names = new ArrayList<String>();
    var places = new ArrayList<String>();
    for (var column : SystemNames.values()) {
      names.add('"' + column.column() + '"');
      places.add("?");
    }
    columns(shape, names, places);
    return "insert into "
        + shape.name()
        + " ("
        + String.join(", ", names)
        + ") values ("
        + String.join(", ", places)
        + ") on conflict (\"_id\") do nothing";
  }

  /**
   * A row that was there is changed in place, for its retired columns hold what people once typed;
   * a row of another record is left alone.
   */
  static String putChild(TableShape shape) {
    var names = new ArrayList<>(List.of("\"_id\"", "\"_parent\"", "\"_position\""));
    var places = new ArrayList<>(List.of("?", "?", "?"));
    columns(shape, names, places);
    var sets =
        names.stream()
            .skip(2)
            .map(name -> name + " = excluded." + name)
            .collect(Collectors.toCollection(ArrayList::new));
    marks(shape).forEach(sets::add);
    return "insert into "
        + shape.name()
        + " as t ("
        + String.join(", ", names)
        + ") values ("
        + String.join(", ", places)
        + ") on conflict (\"_id\") do update set "
        + String.join(", ", sets)
        + " where t.\"_parent\" = excluded.\"_parent\"";
  }

  /** From now on the new column counts in this row. */
  private static List<String> marks(TableShape shape) {
    return shape.kept.stream()
        .flatMap(field -> field.columns().stream())
        .flatMap(column -> column.filling().stream())
        .map(filling -> quoted(filling.marker()) + " = true")
        .distinct()
        .toList();
  }

  private static void columns(TableShape shape, List<String> names, List<String> places) {
    for (var field : shape.kept) {
      for (var column : field.columns()) {
        names.add(quoted(column.name()));
        places.add(place(column));
      }
    }
  }

  static String update(TableShape shape) {
    var sets = new ArrayList<String>();
    for (var column :
        List.of(
            SystemNames.VERSION,
            SystemNames.TYPE,
            SystemNames.STATE,
            SystemNames.COMPANY,
            SystemNames.DEPARTMENT,
            SystemNames.OWNER,
            SystemNames.UPDATED_AT,
            SystemNames.UPDATED_BY)) {
      sets.add('"' + column.column() + "\" = ?");
    }
    for (var field : shape.kept) {
      for (var column : field.columns()) {
        sets.add(quoted(column.name()) + " = " + place(column));
      }
    }
    sets.addAll(marks(shape));
    return "update " + shape.name() + " set " + String.join(", ", sets) + " where \"_id\" = ?";
  }

  private static String quoted(String name) {
    return SqlText.of(DSL.name(name)).text();
  }

  private static String place(StoredColumn column) {
    return SqlText.of(column.type().placeholder()).text();
  }

  static void bindInsert(PreparedStatement statement, RowData row) throws SQLException {
    statement.setObject(1, row.id);
    statement.setInt(2, row.version);
    statement.setString(3, row.type);
    statement.setString(4, row.state);
    id(statement, 5, row.company);
    id(statement, 6, row.department);
    id(statement, 7, row.owner);
    statement.setObject(8, moment(row.createdAt));
    id(statement, 9, row.createdBy);
    statement.setObject(10, moment(row.updatedAt));
    id(statement, 11, row.updatedBy);
    values(statement, 12, row);
  }

  static void bindChild(PreparedStatement statement, RowData row, int position)
      throws SQLException {
    statement.setObject(1, row.id);
    statement.setObject(2, row.parent);
    statement.setInt(3, position);
    values(statement, 4, row);
  }

  static void bindUpdate(PreparedStatement statement, RowData row) throws SQLException {
    statement.setInt(1, row.version);
    statement.setString(2, row.type);
    statement.setString(3, row.state);
    id(statement, 4, row.company);
    id(statement, 5, row.department);
    id(statement, 6, row.owner);
    statement.setObject(7, moment(row.updatedAt));
    id(statement, 8, row.updatedBy);
    statement.setObject(values(statement, 9, row), row.id);
  }

  private static int values(PreparedStatement statement, int index, RowData row)
      throws SQLException {
    var next = index;
    for (var field : row.shape.kept) {
      var objects = field.type().toColumns(row.values[field.number()], field.def());
      for (var object : objects) {
        SqlText.bind(statement, next++, statement.getConnection(), object);
      }
    }
    return next;
  }

  private static void id(PreparedStatement statement, int index, UUID id) throws SQLException {
    statement.setObject(index, id, Types.OTHER);
  }

  static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
