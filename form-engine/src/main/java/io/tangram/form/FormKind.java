package io.tangram.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.MergeStyle;
import io.tangram.core.problem.Violations;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The documents below {@code forms/}. Layout items are one family over the whole document. */
@Singleton
public final class FormKind implements DocumentKind<FormDef> {
  private final List<LayoutType> layouts;
  private final FieldTypes fields;
  private final ObjectNode schema;

  @Inject
  FormKind(@All List<LayoutType> layouts, FieldTypes fields) {
    this.layouts = List.copyOf(layouts);
    this.fields = fields;
    this.schema = DocumentSchema.read(FormKind.class, "form.schema.json");
    var types = schema.withArray("/$defs/item/oneOf/1/properties/type/enum");
    layouts.stream().map(LayoutType::key).sorted().forEach(types::add);
  }

  @Override
  public String key() {
    return "form";
  }

  @Override
  public String folder() {
    return "forms";
  }

  @Override
  public Class<FormDef> type() {
    return FormDef.class;
  }

  @Override
  public ObjectNode schema() {
    return schema.deepCopy();
  }

  @Override
  public FormDef read(String key, ObjectNode document) {
    return FormReader.form(key, document);
  }

  @Override
  public void check(String key, FormDef form, AppVersion candidate, Violations violations) {
    new FormCheck(form, candidate, layouts, fields, violations).run();
  }

  @Override
  public MergeStyle merging() {
    return MergeStyle.family("layout", "items");
  }
}
