package io.tangram.core.record;

import static org.jooq.impl.DSL.name;

import io.tangram.core.access.SqlText;
import io.tangram.core.field.Storage;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Fills lookup fields: the value out of the far row that fits, of several the oldest one. One
 * statement per field, however many rows.
 */
@Singleton
class Lookups {
  private record Key(String table, String field) {}

  /**
   * @param sql takes one array per pair of matched fields; answers the place of the row (from 1)
   *     and the far field's columns
   * @param near the fields whose values are looked for
   */
  private record Lookup(SqlText sql, List<FieldShape> near, FieldShape far) {}

  private final DataSource dataSource;
  private final TableShapes shapes;

  Lookups(DataSource dataSource, TableShapes shapes) {
    this.dataSource = dataSource;
    this.shapes = shapes;
  }

  void fill(TableShape shape, List<RowData> rows) {
    for (var field : shape.fields) {
      if (field.storage() == Storage.ELSEWHERE) {
        shape
            .version
            .derived(new Key(shape.key, field.key()), k -> lookup(shape, field))
            .ifPresent(lookup -> fill(field, lookup, rows));
      }
    }
  }

  private Optional<Lookup> lookup(TableShape shape, FieldShape field) {
    var from = field.def().word("from").asText();
    var match = field.def().word("match");
    return match.isObject() ? matching(shape, from, pairs(match)) : alongRelation(shape, from);
  }

  private static Map<String, String> pairs(com.fasterxml.jackson.databind.JsonNode match) {
    var pairs = new LinkedHashMap<String, String>();
    match.properties().forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
    return pairs;
  }

  /** {@code price.amount}: the row of the far table in which all pairs are equal. */
  private Optional<Lookup> matching(TableShape shape, String from, Map<String, String> pairs) {
    var dot = from.lastIndexOf('.');
    var far = shapes.far(shape.version, from.substring(0, dot));
    var wanted = far.flatMap(f -> f.field(from.substring(dot + 1))).filter(FieldShape::kept);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    var near = new ArrayList<FieldShape>();
    var conditions = new ArrayList<Object>();
    for (var pair : pairs.entrySet()) {
      var theirs = far.get().field(pair.getKey()).filter(FieldShape::kept);
      var ours = shape.field(plainName(pair.getValue())).filter(FieldShape::kept);
      if (theirs.isEmpty() || ours.isEmpty()) {
        return Optional.empty();
      }
      near.add(ours.get());
      conditions.add(" and ");
      conditions.add(SqlText.of(theirs.get().columns().get(0).read("t")));
      conditions.add(
          " = cast(k.k" + near.size() + " as " + theirs.get().columns().get(0).type().sql() + ")");
    }
    return Optional.of(
        new Lookup(sql(far.get(), wanted.get(), near.size(), conditions), near, wanted.get()));
  }

  private static String plainName(String value) {
    return value.startsWith("=") ? value.substring(1).strip() : value;
  }

  /** {@code customer.level}: the row that the relation names. */
  private Optional<Lookup> alongRelation(TableShape shape, String from) {
    var dot = from.indexOf('.');
    var relation = shape.field(from.substring(0, dot)).filter(FieldShape::kept);
    var far = relation.flatMap(r -> Need.far(shape, r, shapes));
    return far.flatMap(f -> f.field(from.substring(dot + 1)))
        .filter(FieldShape::kept)
        .map(
            wanted ->
                new Lookup(
                    sql(far.get(), wanted, 1, List.of(" and t.\"_id\" = cast(k.k1 as uuid)")),
                    List.of(relation.get()),
                    wanted));
  }

  private static SqlText sql(TableShape far, FieldShape wanted, int keys, List<Object> conditions) {
    var arrays = new ArrayList<String>();
    var names = new ArrayList<String>();
    for (var i = 1; i <= keys; i++) {
      arrays.add("cast(? as text[])");
      names.add("k" + i);
    }
    var pieces = new ArrayList<Object>();
    pieces.add("select k.n");
    for (var i = 0; i < wanted.columns().size(); i++) {
      pieces.add(", f." + SqlText.of(name("c" + i)).text());
    }
    pieces.add(
        " from unnest("
            + String.join(", ", arrays)
            + ") with ordinality k ("
            + String.join(", ", names)
            + ", n) cross join lateral (select ");
    for (var i = 0; i < wanted.columns().size(); i++) {
      pieces.add(i == 0 ? "" : ", ");
      pieces.add(SqlText.of(wanted.columns().get(i).read("t")));
      pieces.add(" as " + SqlText.of(name("c" + i)).text());
    }
    pieces.add(
        " from " + far.from + " where " + (far.subtable ? "true" : "t.\"_deleted_at\" is null"));
    pieces.addAll(conditions);
    pieces.add(" order by t.\"_id\" limit 1) f");
    return SqlText.join(pieces.toArray());
  }

  private void fill(FieldShape field, Lookup lookup, List<RowData> rows) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(lookup.sql().text())) {
      bind(statement, lookup, rows);
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          rows.get(result.getInt(1) - 1).values[field.number()] = value(lookup, result);
        }
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  private static Object value(Lookup lookup, ResultSet result) throws SQLException {
    return lookup.far().type().fromColumns(result, 2, lookup.far().def());
  }

  private static void bind(PreparedStatement statement, Lookup lookup, List<RowData> rows)
      throws SQLException {
    var index = 1;
    for (var near : lookup.near()) {
      var keys = new Object[rows.size()];
      for (var i = 0; i < keys.length; i++) {
        var value = rows.get(i).values[near.number()];
        var columns = near.type().toColumns(value, near.def());
        keys[i] = columns[0] == null ? null : columns[0].toString();
      }
      SqlText.bind(statement, index++, statement.getConnection(), keys);
    }
  }
}
