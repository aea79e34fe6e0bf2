package io.tangram.core.calculator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas worked out over HTTP, by both back ends. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class CalculatorHttpTest {
  private static final String VALUES =
      "{\"price\":19.90,\"days\":3,\"name\":\"Ann\",\"gone\":null,\"urgent\":true,"
          + "\"lines\":{\"amount\":[1.5,null,2]},\"start\":\"2026-02-27\"}";

  private static ValidatableResponse evaluate(String backend, String expression) {
    var body =
        "{\"expression\":"
            + JsonNodeFactory.instance.textNode(expression)
            + ",\"values\":"
            + VALUES
            + "}";
    return post(backend, body);
  }

  private static ValidatableResponse post(String backend, String body) {
    return As.user("staff").body(body).post("/api/formulas/evaluate?backend=" + backend).then();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price * days | 59.7 | number",
        "PRICE * Days | 59.7 | number",
        "1 / 3 | 0.33333333333333333333 | number",
        "SUM(lines.amount) | 3.5 | number",
        "name & '-' & days | Ann-3 | text",
        "gone + 1 | 1 | number",
        "DAYS('2026-03-02', start) | 3 | number",
        "EDATE(start, 1) | 2026-03-27 | date",
      })
  void both_back_ends_give_the_same(String expression, String value, String type) {
    for (var backend : new String[] {"java", "sql"}) {
      evaluate(backend, expression)
          .statusCode(200)
          .body("value", equalTo(value))
          .body("type", equalTo(type))
          .body("$", not(hasKey("error")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 / 0 | #DIV/0!",
        "name * 2 | #VALUE!",
        "nobody + 1 | #NAME?",
        "NOSUCH(1) | #NAME?",
        "10 ^ 400 | #NUM!",
        "1 + | #ERROR!",
        "'open | #ERROR!",
      })
  void errors_are_answers(String expression, String error) {
    for (var backend : new String[] {"java", "sql"}) {
      evaluate(backend, expression).statusCode(200).body("error", equalTo(error));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "sql"})
  void a_blank_has_a_type_and_no_value(String backend) {
    evaluate(backend, "gone")
        .statusCode(200)
        .body("$", hasKey("value"))
        .body("value", equalTo(null))
        .body("type", equalTo("blank"));
    evaluate(backend, "AND(urgent, days > 2)").body("value", equalTo(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "sql"})
  void a_formula_200_levels_deep_is_an_answer_and_no_accident(String backend) {
    evaluate(backend, "(".repeat(200) + "1" + ")".repeat(200)).body("error", equalTo("#ERROR!"));
    evaluate(backend, "1" + "+1".repeat(2000)).body("value", equalTo("2001"));
    evaluate(backend, "9^9^9^9 * 1E300 * 1E300").body("error", equalTo("#NUM!"));
  }

  @Test
  void text_cannot_break_out_of_its_place_in_sql() {
    evaluate("sql", "name & '''; drop table history; --'")
        .statusCode(200)
        .body("value", equalTo("Ann'; drop table history; --"));
    post("sql", "{\"expression\":\"a & 1\",\"values\":{\"a\":\"\\u0000\"}}").statusCode(200);
  }

  @Test
  void what_only_java_can_is_refused_by_sql_with_its_place() {
    evaluate("java", "TEXT(price, '0.0')").body("value", equalTo("19.9"));
    evaluate("sql", "TEXT(price, '0.0')")
        .statusCode(422)
        .body("violations.pointer", contains("/expression"))
        .body("violations.code", contains("formula.no-sql"));
  }

  @Test
  void wrong_bodies_are_refused_with_their_place() {
    post("java", "{}").statusCode(422).body("violations.pointer", contains("/expression"));
    post("java", "{\"expression\":\"1\",\"values\":[]}")
        .statusCode(422)
        .body("violations.pointer", contains("/values"));
    post("java", "{\"expression\":1}").statusCode(422);
    post("php", "{\"expression\":\"1\"}").statusCode(422);
    As.token("nonsense")
        .body("{\"expression\":\"1\"}")
        .post("/api/formulas/evaluate")
        .then()
        .statusCode(401);
  }
}
