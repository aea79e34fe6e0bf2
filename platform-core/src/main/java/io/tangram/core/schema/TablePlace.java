package io.tangram.core.schema;

import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import java.util.List;
import java.util.Optional;

/**
 * A table where a name has led: of this app or of another, whole or one of its sub-tables.
 *
 * @param version the version of the app it belongs to
 * @param sub the sub-table's field; empty for the table itself
 */
public record TablePlace(AppVersion version, TableDef table, Optional<FieldDef> sub) {
  static TablePlace of(AppVersion version, TableDef table) {
    return new TablePlace(version, table, Optional.empty());
  }

  /** {@code order} or {@code order.lines}. */
  public String key() {
    return sub.map(field -> table.key() + "." + field.key()).orElse(table.key());
  }

  public List<FieldDef> fields() {
    return sub.map(FieldDef::fields).orElse(table.fields());
  }

  public Optional<FieldDef> field(String key) {
    return fields().stream().filter(f -> f.key().equals(key)).findFirst();
  }

  /** The sub-table behind one of its fields. */
  Optional<TablePlace> below(FieldDef field) {
    return field.fields().isEmpty()
        ? Optional.empty()
        : Optional.of(new TablePlace(version, table, Optional.of(field)));
  }

  /** Whether both are the same table of the same app. */
  public boolean same(TablePlace other) {
    return version.app().equals(other.version.app()) && key().equals(other.key());
  }

  /** Whether another app's documents may name it, and may name this field of it. */
  boolean exported(String toApp, Optional<String> field) {
    var exports = table.exports();
    var open = exports.to().contains("all") || exports.to().contains(toApp);
    return exports.any()
        && open
        && field.map(f -> f.equals("id") || exports.fields().contains(f)).orElse(true);
  }
}
