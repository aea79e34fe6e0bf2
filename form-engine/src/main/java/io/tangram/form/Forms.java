package io.tangram.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentReader;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The forms of a version: those that were designed, and for a table without any one with all its
 * fields, named like the table, so that a table alone can be filled.
 */
@Singleton
public class Forms {
  private final FieldTypes types;

  Forms(FieldTypes types) {
    this.types = types;
  }

  private record Documents() {}

  private record Form(String key) {}

  /** The form of this key, a derived one too. */
  public Optional<FormDef> find(AppVersion version, String key) {
    var designed = version.find(FormDef.class, key);
    if (designed.isPresent()) {
      return designed;
    }
    return Optional.ofNullable(documents(version).get(key))
        .map(document -> version.derived(new Form(key), ignored -> FormReader.form(key, document)));
  }

  /** Key to document of all forms, in the order of their keys, derived ones behind. */
  Map<String, ObjectNode> documents(AppVersion version) {
    return version.derived(new Documents(), () -> made(version));
  }

  private Map<String, ObjectNode> made(AppVersion version) {
    var all = new LinkedHashMap<String, ObjectNode>();
    var forms = version.all(FormDef.class);
    forms
        .keySet()
        .forEach(
            key ->
                all.put(
                    key,
                    DocumentReader.read(
                        version.documents().get("forms/" + key + ".json").bytes())));
    for (var table : version.all(TableDef.class).values()) {
      var bare = forms.values().stream().noneMatch(form -> form.table().equals(table.key()));
      if (bare && !all.containsKey(table.key())) {
        all.put(table.key(), derived(table));
      }
    }
    return all;
  }

  private ObjectNode derived(TableDef table) {
    var document = JsonNodeFactory.instance.objectNode().put("format", "form/1");
    document.set("label", Json.written(table.label()));
    document.put("table", table.key());
    var layout = document.putArray("layout");
    table.fields().stream().filter(this::entered).forEach(field -> layout.add(field.key()));
    return document;
  }

  private boolean entered(FieldDef field) {
    return !field.hidden() && (types.of(field).writable(field) || field.formula().isPresent());
  }
}
