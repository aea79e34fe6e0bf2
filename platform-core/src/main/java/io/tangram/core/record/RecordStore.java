package io.tangram.core.record;

import io.tangram.core.access.Asking;
import io.tangram.core.access.May;
import io.tangram.core.access.SqlText;
import io.tangram.core.access.TableRights;
import io.tangram.core.access.TableRights.Mask;
import io.tangram.core.field.Storage;
import io.tangram.core.field.SubRow;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of user tables in SQL, inside the caller's transaction. It judges nothing. */
@Singleton
class RecordStore {
  private record Sql(String kind, String table) {}

  private final DataSource dataSource;
  private final TableShapes shapes;

  RecordStore(DataSource dataSource, TableShapes shapes) {
    this.dataSource = dataSource;
    this.shapes = shapes;
  }

  /**
   * A row under its lock, with what the asker may do with it.
   *
   * @param readable open fields; null for all
   * @param writable likewise
   */
  record Locked(
      RowData row, boolean mayRead, boolean may, Set<String> readable, Set<String> writable) {}

  /** Locks rows until the transaction ends. {@code rights} empty: the platform itself asks. */
  Map<UUID, Locked> lock(
      TableShape shape,
      Collection<UUID> ids,
      Optional<TableRights> rights,
      May may,
      Asking asking,
      boolean inBin) {
    var sql =
        rights.isEmpty()
            ? shape.version.derived(
                new Sql("lock" + inBin, shape.key), k -> LockSql.of(shape, rights, may, inBin))
            : rights
                .get()
                .derived("lock" + may + inBin, () -> LockSql.of(shape, rights, may, inBin));
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql.text())) {
      var next = sql.bind(statement, 1, asking, List.of().iterator());
      SqlText.bind(statement, next, connection, ids.stream().map(UUID::toString).toArray());
      try (var result = statement.executeQuery()) {
        var found = new HashMap<UUID, Locked>();
        while (result.next()) {
          var locked = locked(shape, rights, result);
          found.put(locked.row().id, locked);
        }
        return found;
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  private static Locked locked(TableShape shape, Optional<TableRights> rights, ResultSet result)
      throws SQLException {
    var row = RowData.read(shape, result);
    if (rights.isEmpty()) {
      return new Locked(row, true, true, null, null);
    }
    var at = shape.next;
    var mayRead = result.getBoolean(at++);
    var may = result.getBoolean(at++);
    var readable = open(rights.get().readMasks(), result, at);
    at += rights.get().readMasks().size();
    return new Locked(row, mayRead, may, readable, open(rights.get().writeMasks(), result, at));
  }

  private static Set<String> open(List<Mask> masks, ResultSet result, int at) throws SQLException {
    var fields = new HashSet<String>();
    for (var i = 0; i < masks.size(); i++) {
      if (result.getBoolean(at + i)) {
        fields.addAll(masks.get(i).fields());
      }
    }
    return fields;
  }

  /**
   * Inserts new rows with their sub-tables.
   *
   * @return those whose id was taken already
   */
  List<Pending> insert(List<Pending> records) {
    var shape = records.get(0).after.shape;
    var sql = shape.version.derived(new Sql("insert", shape.key), k -> WriteSql.insert(shape));
    var taken = new ArrayList<Pending>();
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      if (records.size() == 1) {
        WriteSql.bindInsert(statement, records.get(0).after);
        if (statement.executeUpdate() == 0) {
          taken.add(records.get(0));
        }
        return finish(records, taken);
      }
      for (var record : records) {
        WriteSql.bindInsert(statement, record.after);
        statement.addBatch();
      }
      var counts = statement.executeBatch();
      for (var i = 0; i < counts.length; i++) {
        if (counts[i] == 0) {
          taken.add(records.get(i));
        }
      }
      return finish(records, taken);
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  private List<Pending> finish(List<Pending> records, List<Pending> taken) {
    if (taken.isEmpty()) {
      replaceChildren(records);
    }
    return taken;
  }

  /** Writes changed rows, whose locks are held, with their sub-tables. */
  void update(List<Pending> records) {
    if (records.isEmpty()) {
      return;
    }
    var shape = records.get(0).after.shape;
    var sql = shape.version.derived(new Sql("update", shape.key), k -> WriteSql.update(shape));
    run(sql, records, (statement, record) -> WriteSql.bindUpdate(statement, record.after));
    replaceChildren(records);
  }

  private interface Binder {
    void bind(PreparedStatement statement, Pending record) throws SQLException;
  }

  private void run(String sql, List<Pending> records, Binder binder) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var record : records) {
        binder.bind(statement, record);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  /** Puts rows into the bin, or takes them out. */
  void bin(List<Pending> records, boolean into) {
    var shape = records.get(0).after.shape;
    var sql =
        "update "
            + shape.name()
            + " set \"_deleted_at\" = ?, \"_version\" = ?, \"_updated_at\" = ?, \"_updated_by\" = ?"
            + " where \"_id\" = ?";
    run(
        sql,
        records,
        (statement, record) -> {
          var row = record.after;
          statement.setObject(1, into ? WriteSql.moment(row.updatedAt) : null);
          statement.setInt(2, row.version);
          statement.setObject(3, WriteSql.moment(row.updatedAt));
          statement.setObject(4, row.updatedBy);
          statement.setObject(5, row.id);
        });
  }

  private void replaceChildren(List<Pending> records) {
    var shape = records.get(0).after.shape;
    for (var field : shape.fields) {
      if (field.storage() == Storage.CHILD_ROWS) {
        var touched = records.stream().filter(r -> r.changed.contains(field.key())).toList();
        if (!touched.isEmpty()) {
          replaceChildren(shapes.child(shape, field), field, touched);
        }
      }
    }
  }

  private void replaceChildren(TableShape child, FieldShape field, List<Pending> records) {
    var old = records.stream().filter(r -> !r.created()).map(r -> r.after.id.toString()).toArray();
    try (var connection = dataSource.getConnection()) {
      if (old.length > 0) {
        var clear =
            "delete from "
                + child.name()
                + " where \"_parent\" = any(cast(? as uuid[])) and not \"_id\" = any(cast(? as"
                + " uuid[]))";
        try (var statement = connection.prepareStatement(clear)) {
          SqlText.bind(statement, 1, connection, old);
          SqlText.bind(statement, 2, connection, kept(field, records));
          statement.executeUpdate();
        }
      }
      var sql = child.version.derived(new Sql("child", child.key), k -> WriteSql.putChild(child));
      try (var statement = connection.prepareStatement(sql)) {
        var any = false;
        for (var record : records) {
          any |= addChildren(statement, child, field, record.after);
        }
        if (any && Arrays.stream(statement.executeBatch()).anyMatch(count -> count == 0)) {
          var at = records.get(0).pointer(field.key());
          throw ProblemException.of(
              ErrorCode.VALUES_INVALID, List.of(Violation.at(at, "subtable.id")));
        }
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  /** Ids of the rows that are sent; those that are not go. */
  private static Object[] kept(FieldShape field, List<Pending> records) {
    return records.stream()
        .map(record -> record.after.values[field.number()])
        .filter(List.class::isInstance)
        .flatMap(rows -> ((List<?>) rows).stream())
        .flatMap(row -> ((SubRow) row).id().stream())
        .map(UUID::toString)
        .toArray();
  }

  private static boolean addChildren(
      PreparedStatement statement, TableShape child, FieldShape field, RowData record)
      throws SQLException {
    if (!(record.values[field.number()] instanceof List<?> rows)) {
      return false;
    }
    var position = 0;
    for (var row : rows) {
      var data = SubRows.data(child, (SubRow) row);
      data.parent = record.id;
      WriteSql.bindChild(statement, data, position++);
      statement.addBatch();
    }
    return position > 0;
  }

  /** Whether a written row lies inside a predicate over {@code t}. */
  boolean inside(TableShape shape, UUID id, SqlText predicate, Asking asking) {
    var sql =
        SqlText.join("select 1 from " + shape.from + " where (", predicate, ") and t.\"_id\" = ?");
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql.text())) {
      var next = sql.bind(statement, 1, asking, List.of().iterator());
      statement.setObject(next, id);
      try (var result = statement.executeQuery()) {
        return result.next();
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }
}
