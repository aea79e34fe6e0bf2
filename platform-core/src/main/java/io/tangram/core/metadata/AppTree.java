package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violations;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The documents of a whole app that comes from elsewhere: an archive, a template, another app.
 *
 * @param documents path to document; {@code app.json} is among them
 */
public record AppTree(Map<String, Document> documents) {
  private static final String APP = "app.json";

  public AppTree {
    documents = new TreeMap<>(documents);
  }

  /**
   * Reads files as documents.
   *
   * @throws ProblemException {@code DOCUMENT_INVALID} with every file that no app may hold or that
   *     is no JSON
   */
  public static AppTree of(Map<String, byte[]> files) {
    var violations = new Violations();
    Map<String, Document> documents = new TreeMap<>();
    files.forEach(
        (path, bytes) -> document(path, bytes, violations).ifPresent(d -> documents.put(path, d)));
    if (!files.containsKey(APP)) {
      violations.add(APP + "#", "document.app");
    }
    violations.refuse(ErrorCode.DOCUMENT_INVALID);
    return new AppTree(documents);
  }

  private static Optional<Document> document(String path, byte[] bytes, Violations violations) {
    var place = DocumentPath.of(path);
    if (place.isEmpty()) {
      var shown = path.length() > 200 ? path.substring(0, 200) : path;
      violations.add(shown + "#", "document.path", shown);
      return Optional.empty();
    }
    try {
      return Optional.of(
          place.get().bytes()
              ? Documents.ofBytes(path, bytes)
              : Documents.of(path, DocumentReader.read(bytes)));
    } catch (ProblemException e) {
      if (e.violations().isEmpty()) {
        violations.add(path + "#", "document.broken");
      }
      e.violations().forEach(v -> violations.addAll(java.util.List.of(v.under(path + "#"))));
      return Optional.empty();
    }
  }

  /** What the app calls itself. */
  public String key() {
    return app().path("key").asText();
  }

  public Label label() {
    JsonNode label = app().path("label");
    if (label.isObject()) {
      Map<String, String> byLanguage = new TreeMap<>();
      label.properties().forEach(l -> byLanguage.put(l.getKey(), l.getValue().asText()));
      return Label.of(byLanguage);
    }
    return Label.of(label.asText());
  }

  /** The same app under another key; everything else stays to the letter. */
  public AppTree under(String key) {
    return with("key", JsonNodeFactory.instance.textNode(key));
  }

  public AppTree labelled(Label label, ObjectMapper json) {
    return with("label", json.valueToTree(label));
  }

  private AppTree with(String member, JsonNode value) {
    var app = app();
    if (value.equals(app.get(member))) {
      return this;
    }
    app.set(member, value);
    var changed = new TreeMap<>(documents);
    changed.put(APP, Documents.of(APP, app));
    return new AppTree(changed);
  }

  private ObjectNode app() {
    return Documents.json(documents.get(APP));
  }
}
