package io.tangram.core.record;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.tangram.core.access.Actor;
import io.tangram.core.access.SqlText;
import io.tangram.core.field.Storage;
import io.tangram.core.field.SubRow;
import io.tangram.core.organisation.Organisation;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Completes rows that were read: sub-tables, other ends, lookups, what formulas name, formulas. One
 * statement per relation, however many rows. It asks nobody's rights.
 */
@Singleton
class RowLoader {
  private record ByIds(String table) {}

  private record ByParents(String table) {}

  private record ByRelation(String table, String field) {}

  private record OnRead(String table) {}

  private record Order(String table) {}

  private final DataSource dataSource;
  private final TableShapes shapes;
  private final Lookups lookups;
  private final Organisation organisation;
  private final Clock clock;

  RowLoader(
      DataSource dataSource,
      TableShapes shapes,
      Lookups lookups,
      Organisation organisation,
      Clock clock) {
    this.dataSource = dataSource;
    this.shapes = shapes;
    this.lookups = lookups;
    this.organisation = organisation;
    this.clock = clock;
  }

  TableShapes shapes() {
    return shapes;
  }

  Computation computation(TableShape shape) {
    return shape.version.derived(new Order(shape.key), k -> Computation.of(shape, shapes));
  }

  /** Fills everything that does not stand in the rows themselves. */
  void complete(TableShape shape, List<RowData> rows, Actor actor) {
    if (shape.plain() || rows.isEmpty()) {
      return;
    }
    children(shape, rows, actor);
    otherEnds(shape, rows);
    lookups.fill(shape, rows);
    var computation = computation(shape);
    if (computation.hasComputedOnRead()) {
      var need =
          shape.version.derived(
              new OnRead(shape.key), k -> Need.of(shape, computation.formulas(), shapes));
      var related = load(rows, need, actor);
      rows.forEach(row -> computation.onRead(row, r -> environment(r, related, actor)));
    }
  }

  RowEnvironment environment(RowData row, Related related, Actor actor) {
    return new RowEnvironment(
        row,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        related,
        shapes,
        actor,
        clock.instant().atZone(organisation.zone()));
  }

  /** Loads the rows that a need names, level by level. */
  Related load(List<RowData> rows, Need need, Actor actor) {
    var related = new Related();
    load(rows, need, related, actor);
    return related;
  }

  private void load(List<RowData> rows, Need need, Related related, Actor actor) {
    for (var entry : need.ways.entrySet()) {
      var field = entry.getKey();
      var way = entry.getValue();
      if (field.storage() == Storage.CHILD_ROWS) {
        load(childRows(field, rows, way.far()), way.need(), related, actor);
        continue;
      }
      var missing = new LinkedHashSet<UUID>();
      for (var row : rows) {
        missing.addAll(field.type().linked(row.values[field.number()]));
      }
      var far = byIds(way.far(), missing);
      var needsMore = way.need().ways.keySet();
      if (needsMore.stream().anyMatch(f -> f.storage() == Storage.CHILD_ROWS)) {
        children(way.far(), far, actor);
      }
      if (needsMore.stream().anyMatch(f -> f.storage() == Storage.OTHER_END)) {
        otherEnds(way.far(), far);
      }
      far.forEach(row -> related.put(way.far(), row));
      load(far, way.need(), related, actor);
      if (way.need().computed) {
        var computation = computation(way.far());
        far.forEach(row -> computation.onRead(row, r -> environment(r, related, actor)));
      }
    }
  }

  private List<RowData> childRows(FieldShape field, List<RowData> rows, TableShape shape) {
    var children = new ArrayList<RowData>();
    for (var row : rows) {
      if (row.values[field.number()] instanceof List<?> list) {
        list.forEach(child -> children.add(SubRows.data(shape, (SubRow) child)));
      }
    }
    return children;
  }

  /** Rows by their ids, those in the bin left out. */
  List<RowData> byIds(TableShape shape, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var sql =
        shape.version.derived(
            new ByIds(shape.key),
            k ->
                SqlText.join(
                    "select ",
                    shape.columns,
                    " from "
                        + shape.from
                        + " where t.\"_id\" = any(cast(? as uuid[]))"
                        + (shape.subtable ? "" : " and t.\"_deleted_at\" is null")));
    return read(shape, sql, ids);
  }

  private List<RowData> read(TableShape shape, SqlText sql, Collection<UUID> ids) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql.text())) {
      SqlText.bind(statement, 1, connection, ids.stream().map(UUID::toString).toArray());
      try (var result = statement.executeQuery()) {
        var rows = new ArrayList<RowData>();
        while (result.next()) {
          rows.add(RowData.read(shape, result));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  /** Puts the rows of all sub-tables into their records. */
  void children(TableShape shape, List<RowData> rows, Actor actor) {
    for (var field : shape.fields) {
      if (field.storage() == Storage.CHILD_ROWS && !rows.isEmpty()) {
        children(shapes.child(shape, field), field, rows, actor);
      }
    }
  }

  private void children(TableShape child, FieldShape field, List<RowData> rows, Actor actor) {
    var sql =
        child.version.derived(
            new ByParents(child.key),
            k ->
                SqlText.join(
                    "select ",
                    child.columns,
                    " from "
                        + child.from
                        + " where t.\"_parent\" = any(cast(? as uuid[]))"
                        + " order by t.\"_parent\", t.\"_position\""));
    var found = read(child, sql, rows.stream().map(r -> r.id).toList());
    complete(child, found, actor);
    var byParent = new HashMap<UUID, List<SubRow>>();
    for (var row : found) {
      byParent.computeIfAbsent(row.parent, p -> new ArrayList<>()).add(SubRows.value(row));
    }
    rows.forEach(row -> row.values[field.number()] = byParent.get(row.id));
  }

  private void otherEnds(TableShape shape, List<RowData> rows) {
    for (var field : shape.fields) {
      if (field.storage() == Storage.OTHER_END && !rows.isEmpty()) {
        otherEnd(shape, field, rows);
      }
    }
  }

  /** The rows of the far table whose relation names one of these. */
  private void otherEnd(TableShape shape, FieldShape field, List<RowData> rows) {
    var of = field.def().word("of").asText();
    var far = Need.far(shape, field, shapes).orElse(null);
    var relation = far == null ? null : far.byKey.get(of.substring(of.lastIndexOf('.') + 1));
    if (relation == null) {
      return;
    }
    var sql =
        shape.version.derived(
            new ByRelation(shape.key, field.key()), k -> byRelation(far, relation));
    var ids = ids(rows);
    var found = new HashMap<UUID, List<UUID>>();
    for (var row : read(far, sql, ids)) {
      for (var id : relation.type().linked(row.values[relation.number()])) {
        found.computeIfAbsent(id, i -> new ArrayList<>()).add(row.id);
      }
    }
    rows.forEach(row -> row.values[field.number()] = found.get(row.id));
  }

  private static SqlText byRelation(TableShape far, FieldShape relation) {
    var column = relation.columns().get(0).read("t");
    var many = column.getType().isArray();
    var ids = field("cast({0} as uuid[])", UUID[].class, org.jooq.impl.DSL.param());
    var matches =
        many ? condition("{0} && {1}", column, ids) : column.coerce(UUID.class).eq(any(ids));
    var alive = far.subtable ? matches : matches.and(field(name("t", "_deleted_at")).isNull());
    return SqlText.join(
        "select ",
        far.columns,
        " from " + far.from + " where ",
        SqlText.of(alive),
        " order by t.\"_id\"");
  }

  private static Set<UUID> ids(List<RowData> rows) {
    var ids = new LinkedHashSet<UUID>();
    rows.forEach(row -> ids.add(row.id));
    return ids;
  }

  /** Keyed by id, for callers that look rows up. */
  Map<UUID, RowData> mapByIds(TableShape shape, Collection<UUID> ids) {
    var found = new HashMap<UUID, RowData>();
    byIds(shape, ids).forEach(row -> found.put(row.id, row));
    return found;
  }
}
