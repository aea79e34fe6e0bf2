package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tangram.core.access.Actor;
import io.tangram.core.access.Guard;
import io.tangram.core.access.May;
import io.tangram.core.access.SqlText;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.Formulas;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a relation may be set to: records of the far table that this person may name, that fit the
 * relation's condition, and whose title holds what they typed. Of a far app only names are shown.
 */
@ApplicationScoped
public class Candidates {
  private static final int MOST = 100;

  /** Rows that are looked at where a condition must be tried row by row. */
  private static final int MOST_TRIED = 2000;

  private final DataSource dataSource;
  private final MetadataCatalog catalog;
  private final TableShapes shapes;
  private final Guard guard;
  private final RowLoader loader;
  private final Labels labels;
  private final CursorSeal cursors;
  private final RecordJson records;

  Candidates(
      DataSource dataSource,
      MetadataCatalog catalog,
      TableShapes shapes,
      Guard guard,
      RowLoader loader,
      Labels labels,
      CursorSeal cursors,
      RecordJson records) {
    this.dataSource = dataSource;
    this.catalog = catalog;
    this.shapes = shapes;
    this.guard = guard;
    this.loader = loader;
    this.labels = labels;
    this.cursors = cursors;
    this.records = records;
  }

  /**
   * A page of candidates.
   *
   * @throws ProblemException {@code NOT_FOUND} for a table this person sees nothing of, {@code
   *     QUERY_INVALID} for what is no relation
   */
  public byte[] page(String app, String table, JsonNode body, Actor actor) {
    var shape = shapes.table(catalog.current(app), table);
    var rights = guard.rights(shape.version, shape.def, actor);
    if (!rights.may(May.READ) && !rights.may(May.CREATE) && !rights.may(May.UPDATE)) {
      throw ProblemException.of(ErrorCode.NOT_FOUND);
    }
    var field = relation(shape, body.path("field").asText());
    var far =
        shapes
            .far(shape.version, field.link().orElseThrow().table())
            .orElseThrow(() -> refused("/field"));
    var limit = limit(body.path("limit"));
    var place = "candidates/" + app + "/" + far.version.app() + "/" + far.key;
    var after = body.path("after").isTextual() ? body.path("after").asText() : null;
    var behind = after == null ? null : UUID.fromString(cursors.open(after, place).get(0));
    var rows = rows(shape, field, far, body, behind, actor);
    var fitting = fitting(shape, field, rows, body, actor);
    var page = fitting.subList(0, Math.min(limit, fitting.size()));
    var names = labels.titles(far, page, actor, 0);
    var next =
        fitting.size() > limit
            ? cursors.seal(List.of(page.get(limit - 1).id.toString()), place)
            : null;
    return records.bytes(
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("items");
          for (var row : page) {
            out.writeStartObject();
            out.writeStringField("id", row.id.toString());
            out.writeStringField("label", names.getOrDefault(row.id, ""));
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeStringField("next", next);
          out.writeEndObject();
        });
  }

  private FieldShape relation(TableShape shape, String name) {
    var dot = name.indexOf('.');
    var field = shape.field(dot < 0 ? name : name.substring(0, dot));
    if (dot > 0) {
      field = field.flatMap(f -> shapes.child(shape, f).field(name.substring(dot + 1)));
    }
    return field
        .filter(f -> f.linksTo(io.tangram.core.field.Link.Kind.RECORD) && f.writable())
        .orElseThrow(() -> refused("/field"));
  }

  private static ProblemException refused(String at) {
    return ProblemException.of(
        ErrorCode.QUERY_INVALID, List.of(Violation.at(at, "query.no-relation")));
  }

  private static int limit(JsonNode json) {
    var limit = json.isMissingNode() || json.isNull() ? 20 : json.asInt(0);
    if (limit < 1 || limit > MOST) {
      throw ProblemException.of(
          ErrorCode.QUERY_INVALID, List.of(Violation.at("/limit", "query.number", 1, MOST)));
    }
    return limit;
  }

  /** By permission and by what was typed; newest first. */
  private List<RowData> rows(
      TableShape near, FieldShape field, TableShape far, JsonNode body, UUID behind, Actor actor) {
    var operands = new ArrayList<Object>();
    var pieces = new ArrayList<Object>();
    pieces.add("select ");
    pieces.add(far.columns);
    pieces.add(" from " + far.from + " where ");
    pieces.add(far.subtable ? "true" : "t.\"_deleted_at\" is null");
    nameable(near, far, actor, pieces);
    search(far, body.path("search").asText("").strip(), pieces, operands);
    if (behind != null) {
      pieces.add(new SqlText(" and t.\"_id\" < ?", List.of(SqlText.OPERAND)));
      operands.add(behind);
    }
    var condition = field.def().word("where").isTextual();
    pieces.add(" order by t.\"_id\" desc limit " + (condition ? MOST_TRIED : MOST + 1));
    return read(far, SqlText.join(pieces.toArray()), operands, actor);
  }

  private void nameable(TableShape near, TableShape far, Actor actor, List<Object> pieces) {
    if (!near.version.app().equals(far.version.app())) {
      var to = far.def.exports().to();
      if (!to.contains("all") && !to.contains(near.version.app())) {
        pieces.add(" and false");
      }
      return;
    }
    var rights = guard.rights(far.version, far.def, actor);
    if (!rights.everything() && !far.subtable) {
      pieces.add(" and (");
      pieces.add(
          SqlText.between(
              "or",
              List.of(rights.rows(May.READ).orElseThrow(), rights.rows(May.REFER).orElseThrow())));
      pieces.add(")");
    }
  }

  private void search(TableShape far, String typed, List<Object> pieces, List<Object> operands) {
    if (typed.isEmpty()) {
      return;
    }
    var keys = new LinkedHashSet<String>();
    keys.add(far.def.title());
    keys.addAll(far.def.exports().search());
    var found = new ArrayList<SqlText>();
    for (var key : keys) {
      far.field(key).filter(FieldShape::kept).ifPresent(f -> search(f, typed, found, operands));
    }
    pieces.add(" and (");
    pieces.add(found.isEmpty() ? "false" : SqlText.between("or", found));
    pieces.add(")");
  }

  private static void search(
      FieldShape field, String typed, List<SqlText> found, List<Object> operands) {
    if (!field.type().operators(field.def()).contains(FilterOp.CONTAINS)) {
      return;
    }
    try {
      var asked = QueryField.of(field);
      var more = field.type().operands(FilterOp.CONTAINS, TextNode.valueOf(typed), field.def());
      found.add(
          SqlText.of(field.type().condition(FilterOp.CONTAINS, asked.columns(), field.def())));
      operands.addAll(List.of(more));
    } catch (InvalidValue e) {
      // what cannot be looked for is not found
      found.add(SqlText.join("false"));
    }
  }

  private List<RowData> read(TableShape far, SqlText sql, List<Object> operands, Actor actor) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql.text())) {
      sql.bind(statement, 1, guard.asking(actor), operands.iterator());
      try (var result = statement.executeQuery()) {
        var rows = new ArrayList<RowData>();
        while (result.next()) {
          rows.add(RowData.read(far, result));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  /** The relation's own condition; bare names are the candidate's, {@code $record} is the row. */
  private List<RowData> fitting(
      TableShape near, FieldShape field, List<RowData> rows, JsonNode body, Actor actor) {
    if (!field.def().word("where").isTextual() || rows.isEmpty()) {
      return rows;
    }
    var formula = Formulas.parse(field.def().word("where").asText());
    var far = rows.get(0).shape;
    loader.complete(far, rows, actor);
    var need = Need.of(far, List.of(formula), shapes);
    var related = loader.load(rows, need, actor);
    var standing = standing(near, body.path("values"));
    return rows.stream().filter(row -> holds(formula, row, standing, related, actor)).toList();
  }

  private boolean holds(
      Formula formula, RowData row, RowData standing, Related related, Actor actor) {
    return formula.holds(loader.environment(row, related, actor).standingOn(standing));
  }

  /** The row as it stands in the form; what cannot be read is still being typed. */
  private static RowData standing(TableShape shape, JsonNode values) {
    var row = new RowData(shape);
    var sent = values.isObject() ? values : JsonNodeFactory.instance.objectNode();
    for (var entry : sent.properties()) {
      shape
          .field(entry.getKey())
          .filter(FieldShape::writable)
          .ifPresent(f -> row.values[f.number()] = read(f, entry.getValue()).orElse(null));
    }
    return row;
  }

  private static Optional<Object> read(FieldShape field, JsonNode json) {
    try {
      return json.isNull()
          ? Optional.empty()
          : Optional.ofNullable(field.type().read(json, field.def()));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
