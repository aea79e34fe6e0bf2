package io.tangram.core.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tangram.core.problem.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentSchemasTest {
  final DocumentSchemas schemas = new DocumentSchemas();

  List<Violation> faults(String json) {
    return schemas.violations(
        new AppKind(null), DocumentReader.read(json.replace('\'', '"').getBytes(UTF_8)));
  }

  void told(String json, String... pointerAndCode) {
    assertThat(faults(json).stream().map(v -> v.pointer() + " " + v.code()))
        .containsExactlyInAnyOrder(pointerAndCode);
  }

  @Test
  void a_document_that_fits_has_no_faults() {
    told(
        "{'format':'app/1','key':'a','label':{'zh-CN':'甲','en':'A'},'menu':[{'key':'m','items':['tables/a']}]}");
  }

  @Test
  void every_fault_is_told_at_its_place_and_once() {
    told(
        "{'format':'app/1','key':'A','colour':1,'menu':[{'key':'m','items':['x']},{'items':7}]}",
        "/label schema.required",
        "/key schema.pattern",
        "/colour schema.unknown",
        "/menu/0/items/0 schema.pattern",
        "/menu/1/key schema.required",
        "/menu/1/items schema.type");
  }

  @Test
  void where_no_branch_of_a_fork_fits_the_innermost_fault_is_told() {
    told("{'format':'app/1','key':'a','label':7}", "/label schema.shape");
    told("{'format':'app/1','key':'a','label':{'en':''}}", "/label/en schema.minLength");
  }

  @Test
  void another_kinds_document_is_refused_before_anything_else() {
    told("{'format':'table/1','label':7}", "/format schema.format");
    told("{'label':7}", "/format schema.format");
  }

  @Test
  void a_number_written_as_a_power_is_still_a_number() {
    told("{'format':'app/1','key':'a','label':'x','version':1e2}", "/version schema.type");
  }
}
