package io.tangram.core.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  private static String print(String json) {
    return CanonicalJson.print(DocumentReader.read(json.getBytes(UTF_8)));
  }

  @Nested
  class given_the_example_apps {
    final Path folder =
        Path.of(System.getProperty("tangram.root", "..")).resolve("../shared/examples").normalize();

    List<Path> documents() throws IOException {
      try (var files = Files.walk(folder)) {
        return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
      }
    }

    @Test
    void then_every_document_prints_back_to_its_own_bytes() throws IOException {
      assumeTrue(Files.isDirectory(folder), "skipped: the example apps are not beside the project");
      assertThat(documents()).hasSizeGreaterThan(40);
      for (var file : documents()) {
        var written = Files.readString(file);
        assertThat(print(written)).as(file.toString()).isEqualTo(written);
      }
    }
  }

  @Nested
  class given_a_document_of_a_designer {
    @Test
    void then_numbers_keep_the_way_they_were_written() {
      assertThat(
              print(
                  "{\"format\":\"x/1\",\"a\":1.50,\"b\":1e2,\"c\":-0,\"d\":0.0,\"e\":1E-7,\"f\":12345678901234567890}"))
          .isEqualTo(
              """
              {
                "format": "x/1",
                "a": 1.50,
                "b": 1e2,
                "c": -0,
                "d": 0.0,
                "e": 1E-7,
                "f": 12345678901234567890
              }
              """);
    }

    @Test
    void then_members_keep_their_order_and_empty_parts_stay() {
      assertThat(print("{\"z\":[],\"2\":{},\"1\":[[],{}],\"a\":null}"))
          .isEqualTo("{\n  \"z\": [],\n  \"2\": {},\n  \"1\": [[], {}],\n  \"a\": null\n}\n");
    }

    @Test
    void then_elements_of_the_document_stand_one_a_line_however_short() {
      assertThat(
              print(
                  "{\"fields\":[{\"key\":\"a\"},{\"key\":\"b\"}],\"at\":[1,2],\"nodes\":[{\"id\":\"n\"}]}"))
          .isEqualTo(
              """
              {
                "fields": [
                  { "key": "a" },
                  { "key": "b" }
                ],
                "at": [1, 2],
                "nodes": [
                  { "id": "n" }
                ]
              }
              """);
    }

    @Test
    void then_chinese_counts_two_columns() {
      var fits = "字".repeat(48); // behind the name and with quotes and braces: 118 columns
      assertThat(print("{\"label\":{\"a\":\"%s\"}}".formatted(fits))).hasLineCount(3);
      assertThat(print("{\"label\":{\"a\":\"%s\"}}".formatted(fits + "字"))).hasLineCount(5);
    }

    @Test
    void then_characters_that_json_needs_escaped_are_and_no_others() {
      assertThat(print("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u4e2d\\u2028\\ud83d\\ude00\"}"))
          .isEqualTo("{\n  \"a\": \"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001中\u2028😀\"\n}\n");
    }

    @Test
    void then_printing_what_was_printed_changes_nothing() {
      var once =
          print(
              "{\"who\":[{\"role\":\"keeper\",\"in\":\"=%s\"}],\"a\":[%s]}"
                  .formatted("仓".repeat(60), "\"word\",".repeat(40) + "1.0"));
      assertThat(print(once)).isEqualTo(once);
    }
  }

  @Nested
  class given_json_that_no_document_needs {
    void refused(String json, ErrorCode code) {
      assertThatThrownBy(() -> print(json))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void then_broken_text_is_refused() {
      refused("", ErrorCode.JSON_BROKEN);
      refused("{", ErrorCode.JSON_BROKEN);
      refused("[]", ErrorCode.JSON_BROKEN);
      refused("{} {}", ErrorCode.JSON_BROKEN);
      refused("{\"a\":NaN}", ErrorCode.JSON_BROKEN);
      refused("{\"a\":1,\"a\":2}", ErrorCode.JSON_BROKEN);
      refused("{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}", ErrorCode.JSON_BROKEN);
    }

    @Test
    void then_numbers_beyond_any_use_are_refused_before_arithmetic() {
      refused("{\"a\":1E+50000000}", ErrorCode.DOCUMENT_INVALID);
      refused("{\"a\":1e99999999999999}", ErrorCode.DOCUMENT_INVALID);
      refused("{\"a\":" + "9".repeat(61) + "}", ErrorCode.DOCUMENT_INVALID);
    }

    @Test
    void then_characters_that_cannot_be_stored_are_refused_with_their_place() {
      assertThatThrownBy(() -> print("{\"a\":{\"b\":[\"\\u0000\"]}}"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.violations()).first().extracting("pointer").isEqualTo("/a/b/0"));
      refused("{\"a\":\"\\ud800\"}", ErrorCode.DOCUMENT_INVALID);
    }
  }
}
