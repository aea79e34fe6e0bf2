package io.tangram.core.schema;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import java.util.List;
import java.util.Optional;

/** Adds to a table what only the whole version tells: of which type formulas and lookups are. */
final class TableCompletion {
  private final FieldTypes types;
  private final References references;

  TableCompletion(FieldTypes types, References references) {
    this.types = types;
    this.references = references;
  }

  TableDef complete(TableDef table, AppVersion version) {
    var typing = new FormulaTyping(types, references);
    return new TableDef(
        table.key(),
        table.label(),
        table.title(),
        fields(typing, TablePlace.of(version, table)),
        table.types(),
        table.lifecycle(),
        table.rules(),
        table.uniques(),
        table.exports());
  }

  private List<FieldDef> fields(FormulaTyping typing, TablePlace place) {
    return place.fields().stream().map(field -> field(typing, place, field)).toList();
  }

  private FieldDef field(FormulaTyping typing, TablePlace place, FieldDef field) {
    var below = place.below(field).map(sub -> fields(typing, sub)).orElse(List.of());
    Optional<FieldDef> result = typing.result(place, field);
    return field.completed(result, below);
  }
}
