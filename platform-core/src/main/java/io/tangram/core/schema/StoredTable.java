package io.tangram.core.schema;

import java.util.List;
import java.util.Map;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * One table in the database. Besides the fields' columns it has the system columns: {@code _id
 * _version _type _state _company _department _owner _created_at _created_by _updated_at _updated_by
 * _deleted_at}; a sub-table has {@code _id _parent _position} instead.
 *
 * @param fields field key to its columns, in the order of the type's; fields that are kept nowhere
 *     are absent
 * @param rules name of a unique index or exclusion (as PostgreSQL reports a violation) to what it
 *     holds
 */
public record StoredTable(
    String schema, String name, Map<String, List<StoredColumn>> fields, Map<String, Held> rules) {
  /**
   * What an index holds.
   *
   * @param element key of the unique field, or of one of the table's {@code uniques}
   * @param fields the fields it compares
   */
  public record Held(String element, List<String> fields) {}

  public StoredTable {
    fields = Map.copyOf(fields);
    rules = Map.copyOf(rules);
  }

  public StoredTable(String schema, String name, Map<String, List<StoredColumn>> fields) {
    this(schema, name, fields, Map.of());
  }

  public Name qualified() {
    return DSL.name(schema, name);
  }

  public List<StoredColumn> columns(String field) {
    return fields.getOrDefault(field, List.of());
  }
}
