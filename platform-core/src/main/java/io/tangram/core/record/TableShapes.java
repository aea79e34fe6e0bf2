package io.tangram.core.record;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.schema.StoredTables;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the shape of a table in a version, near or behind an alias. */
@Singleton
class TableShapes {
  private record Key(String table) {}

  private final MetadataCatalog catalog;
  private final StoredTables stored;
  private final FieldTypes types;

  TableShapes(MetadataCatalog catalog, StoredTables stored, FieldTypes types) {
    this.catalog = catalog;
    this.stored = stored;
    this.types = types;
  }

  /**
   * The table of this key.
   *
   * @throws ProblemException {@code NOT_FOUND} when the version has none
   */
  TableShape table(AppVersion version, String table) {
    return find(version, table).orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  /** The table ({@code deal}) or sub-table ({@code deal.lines}) of this key. */
  Optional<TableShape> find(AppVersion version, String table) {
    var dot = table.indexOf('.');
    var def = version.find(TableDef.class, dot < 0 ? table : table.substring(0, dot));
    if (def.isEmpty() || dot > 0 && def.get().field(table.substring(dot + 1)).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        version.derived(new Key(table), key -> make(version, def.get(), key.table())));
  }

  private TableShape make(AppVersion version, TableDef def, String table) {
    var place = stored.table(version, table);
    var dot = table.indexOf('.');
    if (dot < 0) {
      return TableShape.table(version, def, place, types);
    }
    var field = def.field(table.substring(dot + 1)).orElseThrow();
    return TableShape.child(version, def, field, place, types);
  }

  TableShape child(TableShape parent, FieldShape subtable) {
    return table(parent.version, parent.key + "." + subtable.key());
  }

  /** The table a document names: {@code customer}, {@code base:customer}, {@code order.lines}. */
  Optional<TableShape> far(AppVersion version, String name) {
    var colon = name.indexOf(':');
    if (colon < 0) {
      return find(version, name);
    }
    return version
        .bound(name.substring(0, colon))
        .flatMap(catalog::find)
        .flatMap(far -> find(far, name.substring(colon + 1)));
  }
}
