package io.tangram.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class QueryHttpTest {
  static final String SALE =
      """
      {"format":"table/1","label":"销售","title":"name","fields":[
        {"key":"name","label":"名称","type":"text","required":true},
        {"key":"amount","label":"金额","type":"number","scale":2},
        {"key":"price","label":"价","type":"money","currency":"CNY"},
        {"key":"region","label":"区域","type":"select","options":["east","south"]},
        {"key":"sold_on","label":"日期","type":"date"},
        {"key":"big","label":"大","type":"formula","formula":"amount * 2"}]}
      """;
  static TestApp app;

  @BeforeEach
  void fill() {
    if (app == null) {
      app = TestApp.publish(Map.of("tables/sale.json", SALE));
      // 苹果 1, 香蕉 2 … with an empty amount and an empty region among them
      As.user("admin")
          .body(
              """
              {"create":[
               {"values":{"name":"苹果","amount":"1","region":"east","sold_on":"2026-01-01","price":{"amount":"1.5","currency":"CNY"}}},
               {"values":{"name":"香蕉","amount":"2","region":"south","sold_on":"2026-02-01","price":{"amount":"2.5","currency":"CNY"}}},
               {"values":{"name":"Cherry","amount":"3","region":"east","sold_on":"2026-03-01"}},
               {"values":{"name":"date_x","amount":"3","region":"south"}},
               {"values":{"name":"无额","region":"east"}},
               {"values":{"name":"无区","amount":"5"}}]}
              """)
          .post(app.records("sale") + "/batch")
          .then()
          .statusCode(200)
          .body("created", hasSize(6))
          .body("created.version", contains(1, 1, 1, 1, 1, 1));
    }
  }

  List<String> names(String body) {
    return app.query("admin", "sale", body).statusCode(200).extract().path("records.values.name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"field\":\"amount\",\"op\":\"gte\",\"value\":\"3\"}|Cherry,date_x,无区",
        "{\"field\":\"amount\",\"op\":\"between\",\"value\":[1,2]}|苹果,香蕉",
        "{\"field\":\"amount\",\"op\":\"empty\"}|无额",
        "{\"field\":\"amount\",\"op\":\"eq\",\"value\":null}|无额",
        "{\"field\":\"region\",\"op\":\"ne\",\"value\":\"east\"}|香蕉,date_x,无区",
        "{\"field\":\"region\",\"op\":\"nin\",\"value\":[\"east\"]}|香蕉,date_x,无区",
        "{\"field\":\"region\",\"op\":\"in\",\"value\":[\"south\",null]}|香蕉,date_x,无区",
        "{\"field\":\"name\",\"op\":\"contains\",\"value\":\"cherr\"}|Cherry",
        "{\"field\":\"name\",\"op\":\"contains\",\"value\":\"_\"}|date_x",
        "{\"not\":{\"field\":\"amount\",\"op\":\"gt\",\"value\":1}}|苹果,无额",
        "{\"or\":[{\"field\":\"name\",\"value\":\"苹果\"},{\"field\":\"name\",\"value\":\"无区\"}]}|苹果,无区",
        "{\"and\":[{\"field\":\"region\",\"value\":\"east\"},{\"not\":{\"field\":\"amount\",\"op\":\"empty\"}}]}|苹果,Cherry",
        "{\"formula\":\"AND(amount > 1, region = 'south')\"}|香蕉,date_x",
        "{\"formula\":\"owner = $me\"}|苹果,香蕉,Cherry,date_x,无额,无区",
        "{\"field\":\"sold_on\",\"op\":\"lt\",\"value\":\"2026-02-01\"}|苹果",
        "{\"field\":\"version\",\"op\":\"gt\",\"value\":1}|''",
      })
  void when_it_is_filtered_then_just_those_rows_come(String filter, String expected) {
    var found =
        names(
            "{\"filter\":" + filter + ",\"sort\":[{\"field\":\"created_at\"},{\"field\":\"id\"}]}");
    var wanted = expected.equals("''") ? List.<String>of() : List.of(expected.split(","));
    assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void when_it_is_sorted_then_empties_stand_last_both_ways() {
    assertThat(names("{\"sort\":[{\"field\":\"amount\"},{\"field\":\"name\"}]}"))
        .containsExactly("苹果", "香蕉", "Cherry", "date_x", "无区", "无额");
    assertThat(names("{\"sort\":[{\"field\":\"amount\",\"desc\":true},{\"field\":\"name\"}]}"))
        .containsExactly("无区", "Cherry", "date_x", "香蕉", "苹果", "无额");
  }

  @Test
  void when_it_is_read_page_by_page_then_every_row_comes_once_in_order() {
    for (var sort :
        List.of(
            "[{\"field\":\"amount\"}]",
            "[{\"field\":\"amount\",\"desc\":true}]",
            "[{\"field\":\"region\"},{\"field\":\"amount\",\"desc\":true}]",
            "[{\"field\":\"name\"}]",
            "[{\"field\":\"created_at\",\"desc\":true}]",
            "[]")) {
      var whole = names("{\"sort\":" + sort + "}");
      var pages = new ArrayList<String>();
      String after = null;
      do {
        var answer =
            app.query(
                    "admin",
                    "sale",
                    "{\"limit\":2,\"sort\":"
                        + sort
                        + (after == null ? "" : ",\"after\":\"" + after + "\"")
                        + "}")
                .statusCode(200)
                .extract();
        pages.addAll(answer.<List<String>>path("records.values.name"));
        after = answer.path("next");
      } while (after != null);
      assertThat(pages).as(sort).containsExactlyElementsOf(whole).hasSize(6);
    }
  }

  @Test
  void when_rows_are_skipped_then_the_rest_comes() {
    assertThat(
            names(
                "{\"offset\":4,\"limit\":5,\"sort\":[{\"field\":\"amount\"},{\"field\":\"name\"}]}"))
        .containsExactly("无区", "无额");
  }

  @Test
  void when_it_is_grouped_then_the_empties_are_a_group_and_sums_are_exact() {
    app.query(
            "admin",
            "sale",
            """
            {"group":["region"],"aggregate":[{"op":"count","as":"n"},{"op":"sum","field":"amount","as":"total"},
              {"op":"max","field":"sold_on","as":"last"}]}
            """)
        .statusCode(200)
        .body("records", hasSize(0))
        .body("groups", hasSize(3))
        .body("groups[0].key.region", equalTo("east"))
        .body("groups[0].values.n", equalTo(3))
        .body("groups[0].values.total", equalTo("4"))
        .body("groups[0].values.last", equalTo("2026-03-01"))
        .body("groups[2].key.region", nullValue())
        .body("groups[2].values.total", equalTo("5"));
    app.query(
            "admin", "sale", "{\"aggregate\":[{\"op\":\"sum\",\"field\":\"price\",\"as\":\"s\"}]}")
        .statusCode(200)
        .body("groups[0].values.s.amount", equalTo("4"))
        .body("groups[0].values.s.currency", equalTo("CNY"));
  }

  @Test
  void when_it_is_counted_then_the_answer_says_whether_it_is_exact() {
    app.query("admin", "sale", "{\"count\":\"exact\",\"limit\":1}")
        .body("count.value", equalTo(6))
        .body("count.exact", equalTo(true))
        .body("next", notNullValue());
    app.query("admin", "sale", "{\"count\":\"estimate\"}")
        .statusCode(200)
        .body("count.exact", equalTo(false));
  }

  @Test
  void when_fields_are_named_then_the_answer_holds_just_those() {
    app.query(
            "admin",
            "sale",
            "{\"fields\":[\"name\",\"big\"],\"filter\":{\"field\":\"name\",\"value\":\"Cherry\"}}")
        .statusCode(200)
        .body("records[0].values", equalTo(Map.of("name", "Cherry", "big", "6")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"limit\":1001}|/limit",
        "{\"limit\":0}|/limit",
        "{\"limit\":-1}|/limit",
        "{\"limit\":\"many\"}|/limit",
        "{\"order\":1}|/order",
        "{\"filter\":{\"field\":\"nonsense\",\"op\":\"eq\",\"value\":1}}|/filter/field",
        "{\"filter\":{\"field\":\"amount\",\"op\":\"like\",\"value\":1}}|/filter/op",
        "{\"filter\":{\"field\":\"amount\",\"op\":\"contains\",\"value\":\"1\"}}|/filter/op",
        "{\"filter\":{\"field\":\"amount\",\"op\":\"gt\",\"value\":\"x\"}}|/filter/value",
        "{\"filter\":{\"and\":[{\"field\":\"amount\",\"op\":\"gt\",\"value\":\"1E+50000000\"}]}}|/filter/and/0/value",
        "{\"filter\":{\"formula\":\"nonsense = 1\"}}|/filter",
        "{\"filter\":{\"formula\":\"(((\"}}|/filter/formula",
        "{\"filter\":[]}|/filter",
        "{\"sort\":[{\"field\":\"nonsense\"}]}|/sort/0/field",
        "{\"sort\":\"name\"}|/sort",
        "{\"count\":\"maybe\"}|/count",
        "{\"group\":[\"nonsense\"]}|/group/0",
        "{\"aggregate\":[{\"op\":\"sum\",\"field\":\"name\"}]}|/aggregate/0/field",
        "{\"aggregate\":[{\"op\":\"median\",\"field\":\"amount\"}]}|/aggregate/0/op",
      })
  void when_a_question_cannot_be_answered_then_its_fault_has_a_place(String body, String pointer) {
    app.query("admin", "sale", body)
        .statusCode(422)
        .body("type", equalTo("query-invalid"))
        .body("violations[0].pointer", equalTo(pointer))
        .body("violations[0].message", notNullValue());
  }

  @Test
  void when_a_cursor_was_made_up_or_belongs_elsewhere_then_it_is_refused() {
    app.query("admin", "sale", "{\"after\":\"AAAA\"}")
        .statusCode(400)
        .body("type", equalTo("cursor-invalid"));
    app.query("admin", "sale", "{\"after\":\"***\"}").statusCode(400);
    String next =
        app.query("admin", "sale", "{\"limit\":2,\"sort\":[{\"field\":\"amount\"}]}")
            .extract()
            .path("next");
    app.query("admin", "sale", "{\"limit\":2,\"after\":\"" + next + "\"}").statusCode(400);
    As.user("admin").get(app.records("sale") + "?limit=2000").then().statusCode(422);
    As.user("admin")
        .get(app.records("sale") + "?limit=2")
        .then()
        .statusCode(200)
        .body("records", hasSize(2));
  }
}
