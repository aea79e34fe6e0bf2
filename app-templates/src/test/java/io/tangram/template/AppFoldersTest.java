package io.tangram.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AppFoldersTest {
  @Test
  void every_template_is_read_and_each_document_stands_in_its_canonical_bytes() throws IOException {
    var templates = new AppFolders().templates();
    assertThat(templates).extracting(Template::key).contains("approvals");
    for (var template : templates) {
      for (var document : template.tree().documents().values()) {
        var file = "/apps/" + template.key() + "/" + document.path();
        try (var stream = getClass().getResourceAsStream(file)) {
          assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
              .as(file)
              .isEqualTo(new String(document.bytes(), StandardCharsets.UTF_8));
        }
      }
    }
  }

  @Test
  void a_template_says_what_it_is_and_in_which_version() {
    var approvals =
        new AppFolders()
            .templates().stream()
                .filter(t -> t.key().equals("approvals"))
                .findFirst()
                .orElseThrow();
    assertThat(approvals.label().toString()).isEqualTo("审批");
    assertThat(approvals.version()).isEqualTo("1.0.0");
    assertThat(approvals.help()).isPresent();
  }
}
