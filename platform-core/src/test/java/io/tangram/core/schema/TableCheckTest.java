package io.tangram.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.tangram.core.field.types.HouseTypes;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.AppDef;
import io.tangram.core.metadata.AppHome;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.Label;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.Violations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCheckTest {
  private static final String CUSTOMER =
      """
      {"format":"table/1","label":"客户","title":"name",
       "fields":[{"key":"name","type":"text"},{"key":"secret","type":"text"},
         {"key":"credit","type":"money"}],
       "exports":{"fields":["name","credit"],"to":["sales"]}}\
      """;
  private static final String DEAL =
      """
      {"format":"table/1","label":"商机","title":"name",
       "fields":[
         {"key":"name","type":"text","required":true},
         {"key":"customer","type":"relation","to":"base:customer","where":"credit.amount > 0"},
         {"key":"level","type":"select","options":["a",{"key":"b","label":"乙"}],"default":"a"},
         {"key":"span","type":"daterange"},
         {"key":"lines","type":"subtable","fields":[
           {"key":"price","type":"number","scale":2},
           {"key":"count","type":"number"},
           {"key":"amount","type":"formula","formula":"price * count","stored":true}]},
         {"key":"total","type":"formula","formula":"SUM(lines.amount)","stored":true},
         {"key":"half","type":"formula","formula":"total / 2"},
         {"key":"text","type":"formula","formula":"'No. ' & name"},
         {"key":"days","type":"formula","formula":"DAYS(span.end, span.start)"},
         {"key":"buyer","type":"lookup","from":"customer.name"},
         {"key":"parent","type":"relation","to":"deal"},
         {"key":"children","type":"relations","of":"deal.parent"}],
       "types":[{"key":"big","requires":["customer"],"options":{"level":["b"]},"starts_in":"won"},"small"],
       "lifecycle":{"states":["open",{"key":"won","locks":"*","except":["lines.price"],
           "set":{"name":"='x' & name"}}],
         "moves":[{"key":"win","from":["open"],"to":"won","check":"total > 0","asks":["span"]}]},
       "rules":[{"key":"r","when":"level = 'a'","check":"$old.total <= total","at":"total"}],
       "uniques":[{"key":"u","fields":["name"],"during":"span","where":"state <> 'lost'"}]}\
      """;

  private final TableKind kind =
      new TableKind(
          HouseTypes.all(),
          new References(
              HouseTypes.all(), app -> Optional.of(base()).filter(b -> b.app().equals(app))),
          null);

  private AppVersion base() {
    return version("base", Map.of("customer", TestTables.json(CUSTOMER)), Map.of());
  }

  private AppVersion version(
      String app, Map<String, ObjectNode> documents, Map<String, String> bindings) {
    var tables = new LinkedHashMap<String, Object>();
    documents.forEach(
        (key, document) ->
            tables.put(key, new TableKind(HouseTypes.all(), null, null).read(key, document)));
    var requires =
        new AppDef.Require(
            "base", Label.of("base"), "base", false, Map.of("customer", List.of("name")));
    var appDef =
        new AppDef(
            app, Label.of(app), Optional.empty(), Optional.empty(), List.of(requires), List.of());
    return new AppVersion(
        app,
        1,
        Map.of(),
        Map.of(TableDef.class, tables, AppDef.class, Map.of("app", appDef)),
        bindings,
        AppHome.NOBODY);
  }

  private List<String> faults(String document, String... edits) {
    var version = completed(document, edits);
    var found = new Violations();
    kind.check("deal", version.find(TableDef.class, "deal").orElseThrow(), version, found);
    return found.list().stream().map(v -> v.pointer() + " " + v.code()).toList();
  }

  private AppVersion completed(String document, String... edits) {
    var text = document;
    for (int i = 0; i < edits.length; i += 2) {
      assertThat(text).contains(edits[i]);
      text = text.replace(edits[i], edits[i + 1]);
    }
    return version("sales", Map.of("deal", TestTables.json(text)), Map.of("base", "base"))
        .completedBy(List.<DocumentKind<?>>of(kind));
  }

  private static List<String> shapeFaults(String document) {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(new TableKind(HouseTypes.all(), null, null).schema());
    return schema.validate(TestTables.json(document)).stream()
        .map(m -> m.getInstanceLocation() + " " + m.getType())
        .toList();
  }

  @Nested
  class given_a_table_that_uses_everything {
    @Test
    void then_its_shape_fits_the_schema() {
      assertThat(shapeFaults(DEAL)).isEmpty();
    }

    @Test
    void then_nothing_is_wrong_with_it() {
      assertThat(faults(DEAL)).isEmpty();
    }

    @Test
    void then_its_formulas_and_lookups_know_their_types() {
      var deal = completed(DEAL).find(TableDef.class, "deal").orElseThrow();
      assertThat(List.of("total", "half", "text", "days", "buyer"))
          .extracting(
              key -> {
                var field = deal.field(key).orElseThrow();
                return HouseTypes.all().of(field).valueType(field);
              })
          .containsExactly(
              ValueType.NUMBER, ValueType.NUMBER, ValueType.TEXT, ValueType.NUMBER, ValueType.TEXT);
    }
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"title\":\"name\"|\"title\":\"nobody\"|/title table.title",
        "\"title\":\"name\"|\"title\":\"lines\"|/title table.title.type",
        "\"key\":\"half\"|\"key\":\"state\"|/fields/6/key field.key.reserved",
        "\"key\":\"half\"|\"key\":\"text\"|/fields/7/key field.key.twice",
        "total / 2|totl / 2|/fields/6/formula formula.reference",
        "total / 2|half / 2|/fields/6/formula field.formula.self",
        "total / 2|(((|/fields/6/formula formula.unexpected",
        "base:customer|base:product|/fields/1/to relation.table",
        "base:customer|other:customer|/fields/1/to relation.alias",
        "credit.amount > 0|secret = 'x'|/fields/1/where formula.reference",
        "customer.name|customer.secret|/fields/9/from lookup.path",
        "deal.parent|deal.name|/fields/11/of relation.of",
        "\"default\":\"a\"|\"default\":\"z\"|/fields/2/default select.unknown",
        "\"required\":true|\"required\":true,\"default\":\"=1 > 0\",\"max\":9|-",
        "\"required\":true|\"required\":true,\"unique\":true,\"max\":4000|/fields/0/unique"
            + " field.unique.type",
        "\"requires\":[\"customer\"]|\"requires\":[\"client\"]|/types/0/requires field.unknown",
        "{\"level\":[\"b\"]}|{\"level\":[\"c\"]}|/types/0/options/level option.unknown",
        "\"starts_in\":\"won\"|\"starts_in\":\"lost\"|/types/0/starts_in state.unknown",
        "\"to\":\"won\",\"check\"|\"to\":\"done\",\"check\"|/lifecycle/moves/0/to state.unknown",
        "lines.price|lines.cost|/lifecycle/states/1/except field.unknown",
        "\"at\":\"total\"|\"at\":\"sum\"|/rules/0/at field.unknown",
        "$old.total <= total|SUM(lines.amount)|/rules/0/check formula.result",
        "\"during\":\"span\"|\"during\":\"name\"|/uniques/0/during unique.during",
        "state <> 'lost'|span.start > TODAY()|/uniques/0/where unique.where",
      })
  void when_something_is_wrong_then_the_check_points_at_it(
      String old, String changed, String fault) {
    if (fault.equals("-")) {
      assertThat(faults(DEAL, old, changed)).isEmpty();
    } else {
      assertThat(faults(DEAL, old, changed)).contains(fault);
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"scale\":2|\"scale\":2,\"colour\":\"red\"",
        "\"scale\":2|\"scale\":99",
        "\"type\":\"text\"|\"type\":\"rating\"",
        "\"to\":\"deal\"|\"to\":\"../deal\"",
        "\"title\":\"name\"|\"title\":\"name\",\"team\":[]",
        "\"stored\":true|\"stored\":\"sometimes\"",
      })
  void when_a_word_is_unknown_or_out_of_bounds_then_the_schema_refuses_it(
      String old, String changed) {
    assertThat(DEAL).contains(old);
    assertThat(shapeFaults(DEAL.replace(old, changed))).isNotEmpty();
  }

  @Test
  void when_an_exported_field_is_taken_away_then_the_apps_that_use_it_are_named() {
    var before = base();
    var after =
        version(
            "base",
            Map.of(
                "customer",
                TestTables.json(CUSTOMER.replace("[\"name\",\"credit\"]", "[\"credit\"]"))),
            Map.of());
    var sales = version("sales", Map.of(), Map.of("base", "base"));
    var stranger = version("stranger", Map.of(), Map.of());
    var exports = new BrokenExports(() -> Stream.of(before, sales, stranger));
    assertThat(exports.between(Optional.of(before), before)).isEmpty();
    assertThat(exports.between(Optional.of(before), after))
        .containsExactly(
            new PublishStep(
                "end-export",
                "customer",
                "name",
                PublishStep.Hazard.MAY_FAIL,
                false,
                Map.of("apps", List.of("sales"))));
  }
}
