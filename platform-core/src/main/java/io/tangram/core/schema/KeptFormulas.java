package io.tangram.core.schema;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Storage;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.FieldDef.Stored;
import io.tangram.core.metadata.TableDef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The fields whose kept values a new version makes differently, for tables that were there. A
 * frozen copy is not among them: it is made when its record is.
 */
final class KeptFormulas {
  private KeptFormulas() {}

  /** One of them, e.g. {@code amount} of {@code order.lines}. */
  record Kept(String table, String field) {
    /** The table whose records have to be computed. */
    String record() {
      return table.split("\\.")[0];
    }
  }

  static List<Kept> between(
      FieldTypes types, Collection<TableDef> before, Collection<TableDef> after) {
    var old = Entity.of(before);
    var kept = new ArrayList<Kept>();
    for (var entity : Entity.of(after)) {
      old.stream()
          .filter(o -> o.key().equals(entity.key()))
          .findFirst()
          .ifPresent(
              was ->
                  entity.fields().stream()
                      .filter(field -> kept(types, field))
                      .filter(
                          field ->
                              was.field(field.key()).filter(f -> same(types, f, field)).isEmpty())
                      .forEach(field -> kept.add(new Kept(entity.key(), field.key()))));
    }
    return kept;
  }

  private static boolean kept(FieldTypes types, FieldDef field) {
    return field.stored() == Stored.YES
        && field.computed()
        && types.of(field).storage(field) == Storage.COLUMNS;
  }

  private static boolean same(FieldTypes types, FieldDef before, FieldDef after) {
    return kept(types, before)
        && before.formula().equals(after.formula())
        && before.type().equals(after.type())
        && before.words().equals(after.words());
  }
}
