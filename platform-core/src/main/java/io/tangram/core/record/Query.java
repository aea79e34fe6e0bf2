package io.tangram.core.record;

import io.tangram.core.field.FilterOp;
import io.tangram.core.formula.Formula;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question about the records of a table, checked but not yet SQL.
 *
 * @param shape tells questions apart whose SQL differs; equal ones share their text
 * @param operands what fills the open places of the filter, in order
 * @param fields keys that the answer holds; empty for all
 */
record Query(
    String shape,
    Optional<Node> filter,
    List<Object> operands,
    Set<String> fields,
    List<Sort> sort,
    int limit,
    Optional<List<String>> after,
    long offset,
    Count count,
    List<QueryField> group,
    List<Aggregate> aggregates,
    boolean labels) {

  /** How many expressions the rows are ordered by, the id at the end included. */
  int keys() {
    var keys = 1;
    for (var one : sort) {
      keys += one.field().sort().size();
    }
    return keys;
  }

  /** How the number of all records is told. */
  enum Count {
    NONE,
    ESTIMATE,
    EXACT
  }

  record Sort(QueryField field, boolean descending) {}

  /**
   * @param field empty for a plain count
   */
  record Aggregate(Op op, Optional<QueryField> field, String as) {
    enum Op {
      COUNT,
      SUM,
      AVG,
      MIN,
      MAX
    }
  }

  /** A part of the filter tree. */
  sealed interface Node {
    record And(List<Node> parts) implements Node {}

    record Or(List<Node> parts) implements Node {}

    record Not(Node part) implements Node {}

    record Leaf(QueryField field, FilterOp op) implements Node {}

    record Holds(Formula formula) implements Node {}
  }
}
