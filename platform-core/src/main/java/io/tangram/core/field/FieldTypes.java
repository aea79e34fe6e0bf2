package io.tangram.core.field;

import io.quarkus.arc.All;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All field types there are, by key. Who asks it for a type needs to name none. */
@Singleton
public final class FieldTypes {
  private final Map<String, FieldType<?>> byKey = new TreeMap<>();

  @Inject
  public FieldTypes(@All List<FieldType<?>> types) {
    for (var type : types) {
      if (byKey.put(type.key(), type) != null) {
        throw new IllegalStateException("two field types are called " + type.key());
      }
    }
  }

  public Optional<FieldType<?>> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** In the order of their keys. */
  public Collection<FieldType<?>> all() {
    return byKey.values();
  }

  /**
   * The field as which a formula's result of this type is kept and shown; empty for RECORD, LIST.
   */
  public Optional<FieldDef> holding(ValueType result, String key) {
    return byKey.values().stream()
        .filter(type -> type.holds(result))
        .findFirst()
        .map(type -> FieldDef.plain(key, type.key()));
  }

  /**
   * The type of a field whose document fitted the schema. Its values are passed around as objects;
   * they come from the same type, so the cast cannot meet another's.
   */
  @SuppressWarnings("unchecked")
  public FieldType<Object> of(FieldDef field) {
    var type = byKey.get(field.type());
    if (type == null) {
      throw new IllegalArgumentException("no field type " + field.type());
    }
    return (FieldType<Object>) type;
  }
}
