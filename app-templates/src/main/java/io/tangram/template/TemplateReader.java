package io.tangram.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.metadata.AppTree;
import io.tangram.core.metadata.Documents;
import io.tangram.core.metadata.Label;
import java.util.Optional;

/** Reads what a template says of itself out of its {@code app.json}. */
public final class TemplateReader {
  private TemplateReader() {}

  public static Template read(AppTree tree) {
    var app = Documents.json(tree.documents().get("app.json"));
    return new Template(
        tree.key(),
        tree.label(),
        text(app.get("icon")),
        text(app.get("version")).orElse("0.0.0"),
        Optional.ofNullable(app.get("help")).map(help -> Label.of(help.asText())),
        tree);
  }

  private static Optional<String> text(JsonNode json) {
    return Optional.ofNullable(json).map(JsonNode::asText);
  }
}
