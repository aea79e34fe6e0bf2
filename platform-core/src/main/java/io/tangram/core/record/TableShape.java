package io.tangram.core.record;

import io.tangram.core.access.SqlText;
import io.tangram.core.access.SystemNames;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Storage;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.schema.StoredTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/**
 * A table or sub-table as the write and the read path need it, made once per version. It holds no
 * connection and no row.
 */
final class TableShape {
  private static final String SYSTEM =
      java.util.Arrays.stream(SystemNames.values())
          .map(column -> "t.\"" + column.column() + '"')
          .collect(Collectors.joining(", "));
  private static final String CHILD = "t.\"_id\", t.\"_parent\"";

  final AppVersion version;
  final String key;
  final TableDef def;
  final boolean subtable;
  final StoredTable stored;
  final List<FieldShape> fields;
  final Map<String, FieldShape> byKey = new LinkedHashMap<>();
  final List<FieldShape> kept;

  /** The fields as questions see them. */
  final Map<String, QueryField> asked = new LinkedHashMap<>();

  /** The table under the alias {@code t}. */
  final String from;

  /** System columns, then those of the kept fields, in the order of their indexes. */
  final SqlText columns;

  /** Index of the first column behind them. */
  final int next;

  private TableShape(
      AppVersion version,
      String key,
      TableDef def,
      List<FieldDef> fieldDefs,
      StoredTable stored,
      FieldTypes types) {
    this.version = version;
    this.key = key;
    this.def = def;
    this.subtable = key.indexOf('.') > 0;
    this.stored = stored;
    var shapes = new ArrayList<FieldShape>();
    var at = (subtable ? 2 : SystemNames.values().length) + 1;
    for (var field : fieldDefs) {
      var type = types.of(field);
      var kept =
          type.storage(field) == Storage.COLUMNS
              ? stored.columns(field.key())
              : List.<io.tangram.core.schema.StoredColumn>of();
      shapes.add(FieldShape.of(field, type, kept, shapes.size(), at));
      at += kept.size();
    }
    this.fields = List.copyOf(shapes);
    this.next = at;
    fields.forEach(field -> byKey.put(field.key(), field));
    fields.forEach(field -> asked.put(field.key(), QueryField.of(field)));
    this.kept = fields.stream().filter(FieldShape::kept).toList();
    this.from = SqlText.of(DSL.table(stored.qualified())).text() + " as t";
    this.columns = columns();
  }

  static TableShape table(AppVersion version, TableDef def, StoredTable stored, FieldTypes types) {
    return new TableShape(version, def.key(), def, def.fields(), stored, types);
  }

  static TableShape child(
      AppVersion version, TableDef def, FieldDef field, StoredTable stored, FieldTypes types) {
    return new TableShape(
        version, def.key() + "." + field.key(), def, field.fields(), stored, types);
  }

  private SqlText columns() {
    var pieces = new ArrayList<Object>();
    pieces.add(subtable ? CHILD : SYSTEM);
    for (var field : kept) {
      for (var column : field.columns()) {
        pieces.add(", ");
        pieces.add(SqlText.of(column.read("t")));
      }
    }
    return SqlText.join(pieces.toArray());
  }

  Optional<FieldShape> field(String wanted) {
    return Optional.ofNullable(byKey.get(wanted));
  }

  /** The table's name as it stands in statements, quoted. */
  String name() {
    return SqlText.of(DSL.table(stored.qualified())).text();
  }

  boolean has(Storage storage) {
    return fields.stream().anyMatch(f -> f.storage() == storage);
  }

  /** Whether every value stands in the row itself, so that a row can be written as it is read. */
  boolean plain() {
    return kept.size() == fields.size();
  }
}
