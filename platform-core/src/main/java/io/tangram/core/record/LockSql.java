package io.tangram.core.record;

import io.tangram.core.access.May;
import io.tangram.core.access.SqlText;
import io.tangram.core.access.TableRights;
import java.util.ArrayList;
import java.util.Optional;

/** The text that locks rows and says, in the same breath, what the asker may do with each. */
final class LockSql {
  private LockSql() {}

  /** Binds the asker first, the ids last. */
  static SqlText of(TableShape shape, Optional<TableRights> rights, May may, boolean inBin) {
    var pieces = new ArrayList<Object>();
    pieces.add("select ");
    pieces.add(shape.columns);
    rights.ifPresent(
        r -> {
          add(pieces, r.rows(May.READ));
          add(pieces, r.rows(may));
          r.readMasks().forEach(mask -> add(pieces, mask.rows()));
          r.writeMasks().forEach(mask -> add(pieces, mask.rows()));
        });
    pieces.add(" from " + shape.from + " where t.\"_id\" = any(cast(? as uuid[]))");
    pieces.add(" and t.\"_deleted_at\" is " + (inBin ? "not null" : "null"));
    // in the order of ids, so that two batches over the same rows cannot wait for each other
    pieces.add(" order by t.\"_id\" for no key update of t");
    return SqlText.join(pieces.toArray());
  }

  private static void add(ArrayList<Object> pieces, Optional<SqlText> predicate) {
    pieces.add(", coalesce((");
    pieces.add(predicate.<Object>map(p -> p).orElse("true"));
    pieces.add("), false)");
  }
}
