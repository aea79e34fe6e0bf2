package io.tangram.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormulaTextTest {
  private static String filled(String text) {
    var values = new HashMap<String, Object>();
    values.put("left", new BigDecimal("2.50"));
    values.put("product.name", "水泵");
    return FormulaText.of(text)
        .fill(
            new Environment() {
              @Override
              public Object value(Reference reference) {
                return values.get(reference.toString());
              }

              @Override
              public ZonedDateTime now() {
                return Vectors.NOW;
              }
            });
  }

  @Test
  void formulas_in_braces_become_their_values() {
    assertThat(filled("{product.name} 可用 {left},不够")).isEqualTo("水泵 可用 2.5,不够");
    assertThat(filled("还差 {5 - left} 天{IF(left > 2, '}', '')}")).isEqualTo("还差 2.5 天}");
  }

  @Test
  void a_blank_or_an_error_leaves_nothing_and_no_formula_stays_words() {
    assertThat(filled("[{nobody}{1 / 0}]")).isEqualTo("[]");
    assertThat(filled("花括号 {} {a b} {")).isEqualTo("花括号 {} {a b} {");
  }

  @Test
  void names_that_lead_nowhere_are_found() {
    assertThat(FormulaText.of("{a} {b}").check(r -> Optional.empty())).hasSize(2);
  }
}
