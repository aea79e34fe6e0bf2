package io.tangram.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FormulaTest {
  private static final UUID ME = UUID.fromString("00000000-0000-7000-8000-000000000001");

  /** A leave request and a purchase in one, with one line left blank. */
  private static Environment record() {
    var values = new HashMap<String, Object>();
    values.put("days", 3);
    values.put("price", new BigDecimal("19.90"));
    values.put("reason", "Family");
    values.put("start", LocalDate.of(2026, 2, 27));
    values.put("end", LocalDate.of(2026, 3, 2));
    values.put("urgent", true);
    values.put("owner", ME);
    values.put("$me", ME);
    values.put("lines.amount", java.util.Arrays.asList(new BigDecimal("10.10"), null, 5));
    values.put("tags", List.of("vip", "new"));
    return environment(values);
  }

  private static Environment environment(Map<String, Object> values) {
    return new Environment() {
      @Override
      public Object value(Reference reference) {
        return values.get(reference.toString());
      }

      @Override
      public ZonedDateTime now() {
        return ZonedDateTime.parse("2026-03-01T07:30:00+08:00[Asia/Shanghai]");
      }
    };
  }

  private static Object value(String formula) {
    return Formulas.parse(formula).evaluate(record());
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }

  @Nested
  class given_a_record {
    @Test
    void then_arithmetic_is_exact() {
      assertThat(value("days * price")).isEqualTo(number("59.7"));
      assertThat(value("0.1 + 0.2 = 0.3")).isEqualTo(true);
      assertThat(value("1 / 3")).isEqualTo(number("0.33333333333333333333"));
    }

    @Test
    void then_precedence_is_that_of_a_spreadsheet() {
      assertThat(value("-2^2")).isEqualTo(number("4"));
      assertThat(value("2^3^2")).isEqualTo(number("64"));
      assertThat(value("1 - 2 - 3")).isEqualTo(number("-4"));
      assertThat(value("50% * 4 & 'x' = '2X'")).isEqualTo(true);
    }

    @Test
    void then_days_between_dates_are_counted() {
      assertThat(value("DAYS(end, start) + 1")).isEqualTo(number("4"));
      assertThat(value("end - start")).isEqualTo(number("3"));
      assertThat(value("start + 3")).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void then_a_sub_table_is_summed_over_its_blanks() {
      assertThat(value("SUM(lines.amount)")).isEqualTo(number("15.1"));
      assertThat(value("COUNT(lines.amount)")).isEqualTo(number("2"));
      assertThat(value("MAX(lines.amount, 7)")).isEqualTo(number("10.1"));
    }

    @Test
    void then_conditions_read_like_the_business() {
      assertThat(value("IF(AND(days > 2, urgent), '部门负责人', '直属领导')")).isEqualTo("部门负责人");
      assertThat(value("owner = $me")).isEqualTo(true);
      assertThat(value("CONTAINS(tags, 'VIP')")).isEqualTo(true);
      assertThat(value("reason = 'FAMILY'")).isEqualTo(true);
    }

    @Test
    void then_what_is_not_there_is_blank() {
      assertThat(value("missing + 1")).isEqualTo(number("1"));
      assertThat(value("missing & 'a'")).isEqualTo("a");
      assertThat(value("AND(missing = '', missing = 0, ISBLANK(missing))")).isEqualTo(true);
      assertThat(value("DAYS(end, missing)")).isNull();
    }

    @Test
    void then_today_is_the_organisations_day() {
      assertThat(value("TODAY()")).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void then_errors_are_values_that_travel() {
      assertThat(value("1 / 0 + 5")).isEqualTo(FormulaError.DIVISION);
      assertThat(value("reason * 2")).isEqualTo(FormulaError.VALUE);
      assertThat(value("NOSUCH(1)")).isEqualTo(FormulaError.NAME);
      assertThat(value("IFERROR(1 / 0, 'no')")).isEqualTo("no");
      assertThat(value("2 ^ 9999999")).isEqualTo(FormulaError.NUMBER);
    }
  }

  @Nested
  class given_a_text_that_is_no_formula {
    @Test
    void then_the_place_is_named() {
      assertThatThrownBy(() -> Formulas.parse("1 + * 2"))
          .isInstanceOfSatisfying(
              FormulaException.class,
              fault -> {
                assertThat(fault.code()).isEqualTo("formula.unexpected");
                assertThat(fault.position()).isEqualTo(4);
              });
      for (var text : List.of("", "(", "1 2", "IF(", "'open", "a..b", "1e999", "ABS()", "~")) {
        assertThatThrownBy(() -> Formulas.parse(text)).isInstanceOf(FormulaException.class);
      }
    }

    @Test
    void when_it_is_200_levels_deep_then_it_is_refused_without_harm() {
      for (var deep :
          List.of(
              "(".repeat(200) + "1" + ")".repeat(200),
              "-".repeat(200) + "1",
              "ABS(".repeat(200) + "1" + ")".repeat(200),
              "(".repeat(7000))) {
        assertThatThrownBy(() -> Formulas.parse(deep))
            .isInstanceOfSatisfying(
                FormulaException.class,
                fault -> assertThat(fault.code()).isEqualTo("formula.deep"));
      }
      assertThatThrownBy(() -> Formulas.parse("1+".repeat(4001) + "1"))
          .isInstanceOf(FormulaException.class);
    }

    @Test
    void when_a_sum_is_only_long_then_it_is_taken() {
      assertThat(value("1+".repeat(3000) + "1")).isEqualTo(number("3001"));
      assertThat(value("(".repeat(99) + "1" + ")".repeat(99))).isEqualTo(number("1"));
    }
  }

  @Nested
  class when_it_is_checked {
    private final Map<String, ValueType> types =
        Map.of("days", ValueType.NUMBER, "start", ValueType.DATE, "lines.amount", ValueType.LIST);
    private final Scope scope = reference -> Optional.ofNullable(types.get(reference.toString()));

    @Test
    void then_the_results_type_is_known() {
      assertThat(Formulas.parse("days > 3").check(scope).type()).isEqualTo(ValueType.BOOL);
      assertThat(Formulas.parse("start + days").check(scope).type()).isEqualTo(ValueType.DATE);
      assertThat(Formulas.parse("IF(days > 1, SUM(lines.amount), 0)").check(scope))
          .isEqualTo(new Checked(ValueType.NUMBER, List.of()));
    }

    @Test
    void then_every_fault_is_named_at_once() {
      var checked = Formulas.parse("lines.amount * 2 + nothing + NOSUCH(1)").check(scope);
      assertThat(checked.faults())
          .extracting(fault -> fault.code())
          .containsExactly("formula.operand", "formula.reference", "formula.function");
      assertThat(Formulas.parse("days + 1").check(scope, ValueType.BOOL).faults())
          .extracting(fault -> fault.code())
          .containsExactly("formula.result");
    }
  }

  @Test
  void an_equals_sign_begins_a_formula_in_a_document() {
    assertThat(Formulas.in(TextNode.valueOf("=days + 1"))).isPresent();
    assertThat(Formulas.in(TextNode.valueOf("days + 1"))).isEmpty();
    assertThat(Formulas.plain("'=x")).isEqualTo("=x");
  }
}
