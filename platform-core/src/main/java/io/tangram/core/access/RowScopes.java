package io.tangram.core.access;

import io.tangram.core.field.FieldType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.SqlTerm;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.Violations;
import io.tangram.core.schema.StoredColumn;
import io.tangram.core.schema.StoredTable;
import io.tangram.core.schema.StoredTables;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Makes the scopes in which formulas become SQL. It runs none. */
@Singleton
public class RowScopes {
  private final FieldTypes types;
  private final StoredTables tables;
  private final MetadataCatalog catalog;

  RowScopes(FieldTypes types, StoredTables tables, MetadataCatalog catalog) {
    this.types = types;
    this.tables = tables;
    this.catalog = catalog;
  }

  /** The rows of a table under an alias of one letter. */
  public RowScope rows(AppVersion version, TableDef table, String alias) {
    var stored = tables.table(version, table.key());
    return new RowScope(
        this, new RowScope.Place(version, table.key(), table.fields(), stored), alias, 0);
  }

  /** Adds what is wrong with a condition over the rows of a table that need not exist yet. */
  void check(String text, AppVersion candidate, TableDef table, String at, Violations violations) {
    var place =
        new RowScope.Place(candidate, table.key(), table.fields(), imagined(table.fields()));
    var scope = new RowScope(this, place, "t", 0);
    try {
      var formula = Formulas.parse(text);
      var checked = formula.check(name -> scope.term(name).map(SqlTerm::type), ValueType.BOOL);
      checked.faults().forEach(fault -> violations.addAll(List.of(fault.under(at))));
      if (checked.clean()) {
        scope.condition(formula);
      }
    } catch (FormulaException e) {
      violations.addAll(List.of(e.violation(at)));
    }
  }

  // while a design is checked its columns are not there yet; their names do not matter
  private StoredTable imagined(List<FieldDef> fields) {
    var columns = new HashMap<String, List<StoredColumn>>();
    for (var field : fields) {
      columns.put(
          field.key(),
          types.of(field).columns(field).stream()
              .map(c -> StoredColumn.ready(field.key() + c.part(), c.type()))
              .toList());
    }
    return new StoredTable("imagined", "imagined", columns);
  }

  FieldType<Object> type(FieldDef field) {
    return types.of(field);
  }

  Optional<RowScope.Place> child(RowScope.Place place, FieldDef subtable) {
    var key = place.table() + "." + subtable.key();
    return Optional.of(
        new RowScope.Place(
            place.version(), key, subtable.fields(), stored(place, key, subtable.fields())));
  }

  /** The table behind a name of a document: {@code customer}, {@code base:customer}. */
  Optional<RowScope.Place> far(RowScope.Place place, String table) {
    var colon = table.indexOf(':');
    if (colon < 0) {
      return far(place.version(), place, table);
    }
    return place
        .version()
        .bound(table.substring(0, colon))
        .flatMap(catalog::find)
        .flatMap(version -> far(version, place, table.substring(colon + 1)));
  }

  private Optional<RowScope.Place> far(AppVersion version, RowScope.Place place, String table) {
    var dot = table.indexOf('.');
    var def = version.find(TableDef.class, dot < 0 ? table : table.substring(0, dot));
    var fields =
        dot < 0
            ? def.map(TableDef::fields)
            : def.flatMap(d -> d.field(table.substring(dot + 1))).map(FieldDef::fields);
    return fields.map(
        f ->
            new RowScope.Place(
                version,
                table,
                f,
                version == place.version()
                    ? stored(place, table, f)
                    : tables.table(version, table)));
  }

  private StoredTable stored(RowScope.Place place, String table, List<FieldDef> fields) {
    return place.stored().schema().equals("imagined")
        ? imagined(fields)
        : tables.table(place.version(), table);
  }
}
