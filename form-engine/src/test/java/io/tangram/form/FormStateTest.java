package io.tangram.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.Reference;
import io.tangram.core.metadata.AppVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FormStateTest {
  private static FormDef form() {
    try (var stream = FormStateTest.class.getResourceAsStream("ask.form.json")) {
      return FormReader.form("ask", (ObjectNode) new ObjectMapper().readTree(stream));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static FormState with(Map<String, Object> values) {
    var form = form();
    var version = new AppVersion("hr", 1, Map.of(), Map.of());
    return FormState.of(form, FormFormulas.of(version, form), environment(values));
  }

  private static Environment environment(Map<String, Object> values) {
    return new Environment() {
      @Override
      public Object value(Reference reference) {
        return values.get(reference.toString());
      }

      @Override
      public ZonedDateTime now() {
        return ZonedDateTime.parse("2026-03-01T08:00:00+08:00");
      }
    };
  }

  @Nested
  class given_a_short_leave {
    private final FormState state = with(Map.of("days", BigDecimal.ONE, "urgent", false));

    @Test
    void then_the_group_that_a_long_one_shows_is_hidden_with_all_inside() {
      assertThat(state.visible()).containsExactlyInAnyOrder("reason", "days");
    }

    @Test
    void then_only_what_the_layout_asks_for_is_required() {
      assertThat(state.required()).containsExactly("days");
    }
  }

  @Nested
  class given_a_long_leave {
    private final FormState state = with(Map.of("days", BigDecimal.TEN, "urgent", false));

    @Test
    void then_the_group_is_shown_and_the_reason_asked_for() {
      assertThat(state.visible()).containsExactlyInAnyOrder("reason", "days", "urgent", "person");
      assertThat(state.required()).containsExactlyInAnyOrder("days", "reason");
    }

    @Test
    void then_a_field_that_is_only_shown_is_not_open() {
      assertThat(state.open()).containsExactlyInAnyOrder("reason", "days", "urgent");
    }
  }

  @Test
  void nothing_entered_is_no_fault() {
    assertThat(with(Map.of()).visible()).containsExactlyInAnyOrder("reason", "days");
  }
}
