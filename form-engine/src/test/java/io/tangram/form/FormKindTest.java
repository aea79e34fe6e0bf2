package io.tangram.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.Label;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.core.problem.Violation;
import io.tangram.core.problem.Violations;
import io.tangram.form.view.ViewKind;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A leave table with forms and views, good ones and faulty ones. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FormKindTest {
  private static final TableDef LEAVE =
      new TableDef(
          "leave",
          Label.of("请假"),
          "reason",
          List.of(
              FieldDef.plain("reason", "text"),
              FieldDef.plain("days", "number"),
              FieldDef.plain("urgent", "switch"),
              FieldDef.plain("number", "serial"),
              FieldDef.plain("person", "person")),
          List.of(),
          new TableDef.Lifecycle(List.of(), List.of()),
          List.of(),
          List.of(),
          TableDef.Exports.NOTHING);

  @Inject FormKind forms;
  @Inject ViewKind views;
  @Inject ObjectMapper json;

  private ObjectNode document(String file) throws IOException {
    try (var stream = getClass().getResourceAsStream(file)) {
      return (ObjectNode) json.readTree(stream);
    }
  }

  private static <D> List<Violation> faults(DocumentKind<D> kind, ObjectNode document) {
    var version = new AppVersion("hr", 0, Map.of(), Map.of(TableDef.class, Map.of("leave", LEAVE)));
    var violations = new Violations();
    kind.check("ask", kind.read("ask", document), version, violations);
    return violations.list();
  }

  private static boolean fits(DocumentKind<?> kind, ObjectNode document) {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(kind.schema());
    return schema.validate(document).isEmpty();
  }

  @Test
  void a_form_is_read_as_it_is_written() throws IOException {
    var document = document("ask.form.json");
    assertThat(fits(forms, document)).isTrue();
    assertThat(faults(forms, document)).isEmpty();
    var form = forms.read("ask", document);
    assertThat(form.fields())
        .extracting(FormItem::key)
        .containsExactly("reason", "days", "urgent", "person");
    assertThat(form.fields().get(1).required()).isTrue();
    assertThat(form.rules().get(0).show()).containsExactly("more");
    assertThat(form.submit().label()).map(Object::toString).contains("提交申请");
  }

  @Test
  void what_is_not_built_yet_is_refused_as_unknown() throws IOException {
    var withPublic = document("ask.form.json");
    withPublic.putObject("public").put("captcha", true);
    assertThat(fits(forms, withPublic)).isFalse();
    var withSlots = document("ask.form.json");
    withSlots.withArray("layout").addObject().put("key", "days2").putObject("slots");
    assertThat(fits(forms, withSlots)).isFalse();
    var kanban = document("all.view.json").put("type", "kanban");
    assertThat(fits(views, kanban)).isFalse();
  }

  @Test
  void every_name_that_leads_nowhere_is_found_at_once() throws IOException {
    assertThat(faults(forms, document("faulty.form.json")))
        .extracting(Violation::pointer, Violation::code)
        .containsExactlyInAnyOrder(
            tuple("/type", "form.type"),
            tuple("/layout/0", "form.field"),
            tuple("/layout/1/items/1", "form.item-twice"),
            tuple("/layout/2/items", "form.items"),
            tuple("/prefill/number", "form.computed"),
            tuple("/prefill/reason", "formula.reference"),
            tuple("/rules/0/when", "formula.reference"),
            tuple("/rules/0/show/0", "form.target"),
            tuple("/rules/1/when", "formula.unexpected"),
            tuple("/rules/2/when", "formula.result"),
            tuple("/submit/then", "form.then"));
  }

  @Test
  void a_view_names_columns_that_are_there() throws IOException {
    var document = document("all.view.json");
    assertThat(fits(views, document)).isTrue();
    assertThat(faults(views, document)).isEmpty();
    document.withArray("columns").add("nothing").add("days");
    document.withArray("sort").add("nowhere");
    document.put("where", "days + ");
    assertThat(faults(views, document))
        .extracting(Violation::pointer, Violation::code)
        .containsExactlyInAnyOrder(
            tuple("/columns/4", "form.field"),
            tuple("/columns/5", "view.column-twice"),
            tuple("/sort/1", "form.field"),
            tuple("/where", "formula.unexpected"));
    assertThat(views.read("all", document("all.view.json")).sort().get(0).desc()).isTrue();
    assertThat(Optional.of(views.schema().at("/properties/type/enum/0").asText())).contains("grid");
  }
}
