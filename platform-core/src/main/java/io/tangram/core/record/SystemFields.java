package io.tangram.core.record;

import io.tangram.core.access.SystemNames;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.FieldDef;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;

/** The system columns as fields, so that filters, sorts and groups treat them like any other. */
@Singleton
class SystemFields {
  // the one place outside the types that knows what the house's own columns hold
  private static final Map<SystemNames, String> TYPES =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(SystemNames.ID, "relation"),
              Map.entry(SystemNames.VERSION, "number"),
              Map.entry(SystemNames.TYPE, "text"),
              Map.entry(SystemNames.STATE, "text"),
              Map.entry(SystemNames.COMPANY, "department"),
              Map.entry(SystemNames.DEPARTMENT, "department"),
              Map.entry(SystemNames.OWNER, "person"),
              Map.entry(SystemNames.CREATED_AT, "datetime"),
              Map.entry(SystemNames.CREATED_BY, "person"),
              Map.entry(SystemNames.UPDATED_AT, "datetime"),
              Map.entry(SystemNames.UPDATED_BY, "person")));

  private final Map<String, QueryField> known = new HashMap<>();

  SystemFields(FieldTypes types) {
    for (var name : SystemNames.values()) {
      known.put(name.key(), field(name, types));
    }
  }

  Optional<QueryField> find(String key) {
    return Optional.ofNullable(known.get(key));
  }

  private static QueryField field(SystemNames name, FieldTypes types) {
    var def = FieldDef.plain(name.key(), TYPES.get(name));
    FieldType<Object> type = types.of(def);
    return new QueryField(name.key(), def, type, List.<Field<?>>of(name.field("t")), -1);
  }
}
