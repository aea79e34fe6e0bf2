package io.tangram.core.record;

import io.tangram.core.access.May;
import io.tangram.core.access.RowScope;
import io.tangram.core.access.SqlText;
import io.tangram.core.access.TableRights;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.record.Query.Node;
import io.tangram.core.record.Query.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/**
 * Makes the text of a question about records. Index and order come from the same expressions, and
 * what a person may not see is cut out here, so that lists, counts and sums agree.
 */
final class QuerySql {
  private final TableShape table;
  private final TableRights rights;
  private final RowScope scope;

  QuerySql(TableShape table, TableRights rights, RowScope scope) {
    this.table = table;
    this.rights = rights;
    this.scope = scope;
  }

  /** Binds the asker, the filter's operands, what a cursor holds, and last the limit. */
  SqlText page(Query query) {
    var pieces = new ArrayList<Object>();
    pieces.add("select ");
    pieces.add(table.columns);
    masks().forEach(pieces::add);
    var keys = keys(query.sort());
    for (var key : keys) {
      pieces.add(", cast((");
      pieces.add(key.expression());
      pieces.add(") as text)");
    }
    pieces.add(" from " + table.from + " where ");
    if (query.offset() > 0) {
      // rows that are skipped are only counted, on the keys alone
      pieces.add("t.\"_id\" in (select t.\"_id\" from " + table.from + " where ");
      condition(query, keys, pieces);
      order(keys, pieces);
      pieces.add(new SqlText(" limit ? offset ?)", List.of(SqlText.OPERAND, SqlText.OPERAND)));
      order(keys, pieces);
      return SqlText.join(pieces.toArray());
    }
    condition(query, keys, pieces);
    order(keys, pieces);
    pieces.add(new SqlText(" limit ?", List.of(SqlText.OPERAND)));
    return SqlText.join(pieces.toArray());
  }

  private void condition(Query query, List<Key> keys, List<Object> pieces) {
    pieces.add(where(query));
    if (query.after().isPresent()) {
      pieces.add(" and (");
      pieces.add(beyond(keys, query.after().get()));
      pieces.add(")");
    }
  }

  /** The rows of a question, without its page. */
  SqlText where(Query query) {
    var pieces = new ArrayList<Object>();
    pieces.add("t.\"_deleted_at\" is null");
    rights
        .rows(May.READ)
        .ifPresent(
            rows -> {
              pieces.add(" and (");
              pieces.add(rows);
              pieces.add(")");
            });
    query
        .filter()
        .ifPresent(
            filter -> {
              pieces.add(" and (");
              pieces.add(node(filter));
              pieces.add(")");
            });
    return SqlText.join(pieces.toArray());
  }

  /** One boolean column per mask, where rows differ in what they show. */
  private List<Object> masks() {
    return masks(rights);
  }

  static List<Object> masks(TableRights rights) {
    var pieces = new ArrayList<Object>();
    for (var mask : rights.readMasks()) {
      if (mask.rows().isPresent()) {
        pieces.add(", coalesce((");
        pieces.add(mask.rows().get());
        pieces.add("), false)");
      }
    }
    return pieces;
  }

  private SqlText node(Node node) {
    if (node instanceof Node.And and) {
      return and.parts().isEmpty()
          ? SqlText.join("true")
          : SqlText.between("and", and.parts().stream().map(this::node).toList());
    }
    if (node instanceof Node.Or or) {
      return or.parts().isEmpty()
          ? SqlText.join("false")
          : SqlText.between("or", or.parts().stream().map(this::node).toList());
    }
    if (node instanceof Node.Not not) {
      // two-valued: what is not known to be true is not true
      return SqlText.join("(", node(not.part()), ") is not true");
    }
    if (node instanceof Node.Holds holds) {
      return holds(holds);
    }
    var leaf = (Node.Leaf) node;
    var field = leaf.field();
    var condition = SqlText.of(field.type().condition(leaf.op(), field.columns(), field.def()));
    return visible(field)
        .map(visible -> SqlText.join("(", condition, ") and (", visible, ")"))
        .orElse(condition);
  }

  private SqlText holds(Node.Holds holds) {
    for (var reference : holds.formula().references()) {
      var hidden = table.field(reference.head()).isPresent() && !onEveryRow(reference.head());
      if (hidden) {
        // a formula may fold a field away; only what shows on every row may be asked by one
        throw refused("formula.unknown-name");
      }
    }
    try {
      return SqlText.of(scope.condition(holds.formula()));
    } catch (FormulaException e) {
      throw refused(e.code());
    }
  }

  private boolean onEveryRow(String field) {
    return rights.readMasks().stream().allMatch(mask -> mask.fields().contains(field));
  }

  private static ProblemException refused(String code) {
    return ProblemException.of(
        ErrorCode.QUERY_INVALID,
        List.of(new io.tangram.core.problem.Violation("/filter", code, List.of("", ""))));
  }

  /** On which rows a field shows; empty for all rows. */
  private Optional<SqlText> visible(QueryField field) {
    if (field.number() < 0) {
      return Optional.empty();
    }
    var showing =
        rights.readMasks().stream().filter(m -> m.fields().contains(field.key())).toList();
    if (showing.size() == rights.readMasks().size()) {
      return Optional.empty();
    }
    return Optional.of(
        SqlText.between("or", showing.stream().map(m -> m.rows().orElseThrow()).toList()));
  }

  /** An expression that is ordered by; a value that is not shown counts as empty. */
  record Key(SqlText expression, String type, boolean descending) {}

  List<Key> keys(List<Sort> sort) {
    var keys = new ArrayList<Key>();
    for (var one : sort) {
      for (var column : one.field().sort()) {
        keys.add(new Key(shown(one.field(), column), type(column), one.descending()));
      }
    }
    var descending = sort.isEmpty() || sort.get(sort.size() - 1).descending();
    keys.add(new Key(SqlText.join("t.\"_id\""), "uuid", descending));
    return keys;
  }

  SqlText shown(QueryField field, Field<?> column) {
    var plain = SqlText.of(column);
    return visible(field)
        .map(visible -> SqlText.join("case when ", visible, " then ", plain, " end"))
        .orElse(plain);
  }

  static String type(Field<?> column) {
    return column.getDataType().getCastTypeName(SqlText.dialect());
  }

  private static void order(List<Key> keys, List<Object> pieces) {
    pieces.add(" order by ");
    for (var i = 0; i < keys.size(); i++) {
      pieces.add(i == 0 ? "" : ", ");
      pieces.add(keys.get(i).expression());
      // the id is never empty, and an index on it has no word about empties
      var last = i == keys.size() - 1;
      pieces.add((keys.get(i).descending() ? " desc" : "") + (last ? "" : " nulls last"));
    }
  }

  /** The rows behind the one with these keys. Empties stand last both ways. */
  private static SqlText beyond(List<Key> keys, List<String> values) {
    SqlText beyond = null;
    for (var i = keys.size() - 1; i >= 0; i--) {
      var here = after(keys.get(i), values.get(i), i == keys.size() - 1);
      beyond =
          beyond == null
              ? here
              : SqlText.join(
                  "(", here, ") or ((", equal(keys.get(i), values.get(i)), ") and (", beyond, "))");
    }
    return beyond;
  }

  private static SqlText after(Key key, String value, boolean last) {
    if (value == null) {
      return SqlText.join("false");
    }
    var compared =
        SqlText.join(
            key.expression(), key.descending() ? " < " : " > ", "cast(? as " + key.type() + ")");
    var operand = new SqlText(compared.text(), append(compared.binds()));
    return last ? operand : SqlText.join(operand, " or ", key.expression(), " is null");
  }

  private static SqlText equal(Key key, String value) {
    if (value == null) {
      return SqlText.join(key.expression(), " is null");
    }
    var compared = SqlText.join(key.expression(), " = cast(? as " + key.type() + ")");
    return new SqlText(compared.text(), append(compared.binds()));
  }

  private static List<Object> append(List<Object> binds) {
    var more = new ArrayList<>(binds);
    more.add(SqlText.OPERAND);
    return more;
  }

  /** What {@link #beyond} asks for, in its order. */
  static List<Object> beyondOperands(List<String> values) {
    var operands = new ArrayList<Object>();
    for (var i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        operands.add(values.get(i));
        if (i < values.size() - 1) {
          operands.add(values.get(i));
        }
      }
    }
    return operands;
  }
}
