package io.tangram.form.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.problem.Violations;
import io.tangram.form.DocumentSchema;
import io.tangram.form.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The documents below {@code views/}. */
@Singleton
public final class ViewKind implements DocumentKind<ViewDef> {
  private final List<ViewType> types;
  private final FieldTypes fields;
  private final ObjectNode schema;

  @Inject
  public ViewKind(@All List<ViewType> types, FieldTypes fields) {
    this.types = List.copyOf(types);
    this.fields = fields;
    this.schema = DocumentSchema.read(ViewKind.class, "view.schema.json");
    var known = schema.withArray("/properties/type/enum");
    types.stream().map(ViewType::key).sorted().forEach(known::add);
  }

  @Override
  public String key() {
    return "view";
  }

  @Override
  public String folder() {
    return "views";
  }

  @Override
  public Class<ViewDef> type() {
    return ViewDef.class;
  }

  @Override
  public ObjectNode schema() {
    return schema.deepCopy();
  }

  @Override
  public ViewDef read(String key, ObjectNode document) {
    return new ViewDef(
        key,
        Json.label(document, "label").orElseThrow(),
        document.path("table").asText(),
        document.path("type").asText(),
        Json.list(document, "columns", ViewKind::column),
        Json.text(document, "where"),
        Json.list(document, "sort", ViewKind::sort));
  }

  private static ViewDef.Column column(JsonNode json) {
    return json.isTextual()
        ? new ViewDef.Column(json.textValue(), Optional.empty())
        : new ViewDef.Column(
            json.path("key").asText(),
            json.has("width") ? Optional.of(json.path("width").intValue()) : Optional.empty());
  }

  private static ViewDef.Sort sort(JsonNode json) {
    return json.isTextual()
        ? new ViewDef.Sort(json.textValue(), false)
        : new ViewDef.Sort(json.path("key").asText(), json.path("desc").booleanValue());
  }

  @Override
  public void check(String key, ViewDef view, AppVersion candidate, Violations violations) {
    new ViewCheck(view, candidate, fields, violations).run();
    types.stream()
        .filter(type -> type.key().equals(view.type()))
        .forEach(type -> type.check(view, violations));
  }
}
