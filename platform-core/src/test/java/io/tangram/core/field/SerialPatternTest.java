package io.tangram.core.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.tangram.core.field.SerialPattern.Reset;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SerialPatternTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @Test
  void when_a_pattern_has_date_type_and_counter_then_the_number_shows_them() {
    var pattern = SerialPattern.parse("{type}{yyyyMMdd}-{000}", Reset.DAY).orElseThrow();
    assertThat(pattern.format(7, DAY, "RK")).isEqualTo("RK20261121-007");
    assertThat(pattern.format(12345, DAY, "RK")).isEqualTo("RK20261121-12345");
  }

  @Test
  void when_a_period_ends_then_another_counter_begins() {
    var monthly = SerialPattern.parse("QJ{yyyyMM}-{000}", Reset.MONTH).orElseThrow();
    assertThat(monthly.counter(DAY, "")).isNotEqualTo(monthly.counter(DAY.plusMonths(1), ""));
    assertThat(monthly.counter(DAY, "")).isEqualTo(monthly.counter(DAY.plusDays(1), ""));
    var forever = SerialPattern.parse("KH{00000}", Reset.NEVER).orElseThrow();
    assertThat(forever.counter(DAY, "")).isEqualTo(forever.counter(DAY.plusYears(9), ""));
  }

  @Test
  void when_a_pattern_has_no_counter_or_an_unknown_part_then_it_is_none() {
    assertThat(SerialPattern.parse("KH", Reset.NEVER)).isEmpty();
    assertThat(SerialPattern.parse("KH{000}{000}", Reset.NEVER)).isEmpty();
    assertThat(SerialPattern.parse("KH{who}{000}", Reset.NEVER)).isEmpty();
    assertThat(SerialPattern.parse("KH{000", Reset.NEVER)).isEmpty();
  }
}
