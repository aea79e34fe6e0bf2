package io.tangram.core.schema;

import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.metadata.TableDef.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What becomes one table in the database: a table of the design, or a sub-table of one.
 *
 * @param key {@code deal} or {@code deal.lines}
 */
record Entity(String key, List<FieldDef> fields, List<Unique> uniques) {

  /** All of a version, each sub-table behind its table. */
  static List<Entity> of(Collection<TableDef> tables) {
    var entities = new ArrayList<Entity>();
    for (var table : tables) {
      entities.add(new Entity(table.key(), table.fields(), table.uniques()));
      table.fields().stream()
          .filter(field -> !field.fields().isEmpty())
          .map(field -> new Entity(table.key() + "." + field.key(), field.fields(), List.of()))
          .forEach(entities::add);
    }
    return entities;
  }

  Optional<FieldDef> field(String wanted) {
    return fields.stream().filter(f -> f.key().equals(wanted)).findFirst();
  }

  boolean sub() {
    return key.indexOf('.') >= 0;
  }
}
