package io.tangram.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  final Messages messages = new Messages(List.of(new ProblemMessages(), () -> "sample"));

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void every_refusal_has_words_in_both_languages(ErrorCode code) {
    for (var part : List.of(".title", ".detail")) {
      var key = "problem." + code.type() + part;
      var chinese = messages.find(Languages.DEFAULT, key, List.of());
      var english = messages.find(Locale.ENGLISH, key, List.of());
      assertThat(chinese)
          .hasValueSatisfying(text -> assertThat(text).matches("(?s).*\\p{IsHan}.*"));
      assertThat(english)
          .hasValueSatisfying(text -> assertThat(text).doesNotMatch("(?s).*\\p{IsHan}.*"));
    }
  }

  @Test
  void arguments_stand_in_the_text_as_they_are() {
    assertThat(messages.text(Locale.ENGLISH, "sample.limit", List.of(2000, new BigDecimal("1E+9"))))
        .isEqualTo("Can't be above 2000, is 1E+9");
  }

  @Test
  void what_is_not_translated_is_said_in_chinese() {
    assertThat(messages.text(Locale.ENGLISH, "sample.only-chinese", List.of())).isEqualTo("只有中文");
  }

  @Test
  void a_key_without_words_is_shown_as_it_is() {
    assertThat(messages.text(Locale.ENGLISH, "sample.nobody", List.of()))
        .isEqualTo("sample.nobody");
  }
}
