package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.access.Actor;
import io.tangram.core.access.Asking;
import io.tangram.core.access.Guard;
import io.tangram.core.access.May;
import io.tangram.core.access.RowScopes;
import io.tangram.core.access.SqlText;
import io.tangram.core.access.TableRights;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.record.Query.Count;
import io.tangram.core.record.RecordJson.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The one read path: records as a person sees them, row by row and field by field. It writes
 * nothing. Answers are JSON in the shapes of API.md.
 */
@ApplicationScoped
public class RecordQuery {
  private final DataSource dataSource;
  private final MetadataCatalog catalog;
  private final TableShapes shapes;
  private final Guard guard;
  private final RowScopes scopes;
  private final RowLoader loader;
  private final QueryReader reader;
  private final QueryTexts texts;
  private final Groups groups;
  private final Labels labels;
  private final CursorSeal cursors;
  private final RecordJson json;

  RecordQuery(
      DataSource dataSource,
      MetadataCatalog catalog,
      TableShapes shapes,
      Guard guard,
      RowScopes scopes,
      RowLoader loader,
      QueryReader reader,
      QueryTexts texts,
      Groups groups,
      Labels labels,
      CursorSeal cursors,
      RecordJson json) {
    this.dataSource = dataSource;
    this.catalog = catalog;
    this.shapes = shapes;
    this.guard = guard;
    this.scopes = scopes;
    this.loader = loader;
    this.reader = reader;
    this.texts = texts;
    this.groups = groups;
    this.labels = labels;
    this.cursors = cursors;
    this.json = json;
  }

  /**
   * One record.
   *
   * @param withLabels names beside the ids in it
   * @throws ProblemException {@code RECORD_NOT_FOUND} when it is not there or not to be seen
   */
  public byte[] get(String app, String table, UUID id, boolean withLabels, Actor actor) {
    var shape = shapes.table(catalog.current(app), table);
    var shown = find(shape, id, actor);
    return json.bytes(
        out -> {
          out.writeStartObject();
          RecordJson.members(shown, out);
          if (withLabels) {
            RecordJson.labels(labels.of(shape, List.of(shown), actor), out);
          }
          out.writeEndObject();
        });
  }

  /** Whether a person sees this field on this record. */
  boolean sees(String app, String table, UUID id, String field, Actor actor) {
    var shape = catalog.find(app).flatMap(version -> shapes.find(version, table));
    return shape
        .flatMap(s -> tryFind(s, id, actor))
        .filter(shown -> shown.fields().contains(field))
        .isPresent();
  }

  private Shown find(TableShape shape, UUID id, Actor actor) {
    return tryFind(shape, id, actor)
        .orElseThrow(() -> ProblemException.of(ErrorCode.RECORD_NOT_FOUND));
  }

  Optional<Shown> tryFind(TableShape shape, UUID id, Actor actor) {
    var rights = guard.rights(shape.version, shape.def, actor);
    var sql = rights.derived("get", () -> get(shape, rights));
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql.text())) {
      var next = sql.bind(statement, 1, guard.asking(actor), List.of().iterator());
      statement.setObject(next, id);
      try (var result = statement.executeQuery()) {
        if (!result.next()) {
          return Optional.empty();
        }
        var shown = shown(shape, rights, result, Set.of());
        // the connection goes back before another one is asked for
        result.close();
        connection.close();
        loader.complete(shape, List.of(shown.row()), actor);
        return Optional.of(shown);
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  private static SqlText get(TableShape shape, TableRights rights) {
    var pieces = new ArrayList<Object>();
    pieces.add("select ");
    pieces.add(shape.columns);
    pieces.addAll(QuerySql.masks(rights));
    pieces.add(" from " + shape.from + " where ");
    rights.rows(May.READ).ifPresent(rows -> pieces.addAll(List.of("(", rows, ") and ")));
    pieces.add("t.\"_deleted_at\" is null and t.\"_id\" = ?");
    return SqlText.join(pieces.toArray());
  }

  private static Shown shown(
      TableShape shape, TableRights rights, ResultSet result, Set<String> wanted)
      throws SQLException {
    var row = RowData.read(shape, result);
    return new Shown(row, fields(rights, result, shape.next, wanted));
  }

  private static Set<String> fields(
      TableRights rights, ResultSet result, int at, Set<String> wanted) throws SQLException {
    var masks = rights.readMasks();
    var open = masks.get(0).fields();
    if (masks.size() > 1 || masks.get(0).rows().isPresent()) {
      open = new HashSet<>();
      var next = at;
      for (var mask : masks) {
        if (mask.rows().isEmpty() || result.getBoolean(next++)) {
          open.addAll(mask.fields());
        }
      }
    }
    if (!wanted.isEmpty()) {
      open = new HashSet<>(open);
      open.retainAll(wanted);
    }
    return open;
  }

  /**
   * Records that fit a question of API.md ({@code …/records/query}).
   *
   * @throws ProblemException {@code QUERY_INVALID} with every fault, {@code CURSOR_INVALID}, {@code
   *     NOT_FOUND} for a table of which this person sees nothing
   */
  public byte[] query(String app, String table, JsonNode body, Actor actor) {
    var shape = shapes.table(catalog.current(app), table);
    var rights = guard.rights(shape.version, shape.def, actor);
    var query = reader.read(body, shape, rights);
    var asking = guard.asking(actor);
    // made only for a question that was not asked before
    Supplier<QuerySql> sql =
        () -> new QuerySql(shape, rights, scopes.rows(shape.version, shape.def, "t"));
    var page = query.limit() > 0 ? page(shape, rights, sql, query, asking) : Page.NONE;
    if (!rights.may(May.READ) && page.rows().isEmpty() && query.after().isEmpty()) {
      // no group lets them in and no record does: to them the table is not there
      throw ProblemException.of(ErrorCode.NOT_FOUND);
    }
    return json.bytes(
        out -> {
          out.writeStartObject();
          RecordJson.records("records", page.rows(), out);
          out.writeStringField("next", page.next());
          if (query.count() != Count.NONE) {
            groups.count(shape, rights, sql, query, asking, out);
          }
          if (body.has("group") || body.has("aggregate")) {
            groups.write(shape, rights, sql, query, asking, out);
          }
          if (query.labels()) {
            RecordJson.labels(labels.of(shape, page.rows(), actor), out);
          }
          out.writeEndObject();
        });
  }

  private record Page(List<Shown> rows, String next) {
    static final Page NONE = new Page(List.of(), null);
  }

  private Page page(
      TableShape shape, TableRights rights, Supplier<QuerySql> sql, Query query, Asking asking) {
    var text = texts.page(rights, sql, query);
    var keys = query.keys();
    var rows = new ArrayList<Shown>();
    String next = null;
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(text.text())) {
      text.bind(statement, 1, asking, operands(query).iterator());
      try (var result = statement.executeQuery()) {
        var at = shape.next + maskColumns(rights);
        List<String> last = List.of();
        while (result.next()) {
          if (rows.size() == query.limit()) {
            next = cursors.seal(last, QueryReader.place(shape, query.sort()));
            break;
          }
          rows.add(shown(shape, rights, result, query.fields()));
          if (rows.size() == query.limit()) {
            last = keys(result, at, keys);
          }
        }
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
    loader.complete(shape, rows.stream().map(Shown::row).toList(), asking.actor());
    return new Page(rows, next);
  }

  private static int maskColumns(TableRights rights) {
    var columns = 0;
    for (var mask : rights.readMasks()) {
      columns += mask.rows().isPresent() ? 1 : 0;
    }
    return columns;
  }

  private static List<String> keys(ResultSet result, int at, int count) throws SQLException {
    var keys = new ArrayList<String>(count);
    for (var i = 0; i < count; i++) {
      keys.add(result.getString(at + i));
    }
    return keys;
  }

  /** One more than asked for tells whether there is a next page. */
  private static List<Object> operands(Query query) {
    var operands = new ArrayList<>(query.operands());
    query.after().ifPresent(values -> operands.addAll(QuerySql.beyondOperands(values)));
    operands.add(query.limit() + 1);
    if (query.offset() > 0) {
      operands.add(query.offset());
    }
    return operands;
  }

  /**
   * A written record as its writer sees it; nothing but its id and version, if they see nothing.
   */
  public byte[] written(RecordService.Written written, Actor actor) {
    var shown = shown(List.of(written), actor).get(0);
    return json.bytes(out -> RecordJson.record(shown, out));
  }

  /** Written records as their writer sees them, in their order. */
  List<Shown> shown(List<RecordService.Written> written, Actor actor) {
    if (written.isEmpty()) {
      return List.of();
    }
    var shape = written.get(0).handle().data.shape;
    var rights = guard.rights(shape.version, shape.def, actor);
    var rows = written.stream().map(w -> w.handle().data).toList();
    if (rows.stream().allMatch(row -> surelySeen(row, rights, actor))) {
      // no need to ask the database what follows from the row itself
      var all = rights.readMasks().get(0).fields();
      return rows.stream().map(row -> new Shown(row, all)).toList();
    }
    var fields = visible(shape, rights, rows, actor);
    return rows.stream().map(row -> new Shown(row, fields.getOrDefault(row.id, Set.of()))).toList();
  }

  private static boolean surelySeen(RowData row, TableRights rights, Actor actor) {
    return rights.surelyReads(
        actor,
        Optional.ofNullable(row.owner),
        Optional.ofNullable(row.department),
        Optional.ofNullable(row.company));
  }

  /** Which fields of these rows show to a person; rows they do not see at all are absent. */
  private Map<UUID, Set<String>> visible(
      TableShape shape, TableRights rights, List<RowData> rows, Actor actor) {
    var sql = rights.derived("visible", () -> visible(shape, rights));
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql.text())) {
      var next = sql.bind(statement, 1, guard.asking(actor), List.of().iterator());
      SqlText.bind(statement, next, connection, rows.stream().map(r -> r.id.toString()).toArray());
      try (var result = statement.executeQuery()) {
        var fields = new HashMap<UUID, Set<String>>();
        while (result.next()) {
          fields.put(result.getObject(1, UUID.class), fields(rights, result, 2, Set.of()));
        }
        return fields;
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  private static SqlText visible(TableShape shape, TableRights rights) {
    var pieces = new ArrayList<Object>();
    pieces.add("select t.\"_id\"");
    pieces.addAll(QuerySql.masks(rights));
    pieces.add(" from " + shape.from + " where (");
    pieces.add(rights.rows(May.READ).<Object>map(r -> r).orElse("true"));
    pieces.add(") and t.\"_id\" = any(cast(? as uuid[]))");
    return SqlText.join(pieces.toArray());
  }
}
