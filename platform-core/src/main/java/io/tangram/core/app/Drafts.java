package io.tangram.core.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.ChangeSets;
import io.tangram.core.metadata.Document;
import io.tangram.core.metadata.DocumentReader;
import io.tangram.core.metadata.Documents;
import io.tangram.core.metadata.Edit;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Turns requests about one or several documents into edits. Knows no HTTP. */
@Singleton
class Drafts {
  /** Bytes of an asset, a print or sample rows. */
  static final int MOST_BYTES = 8 << 20;

  private static final int MOST_JSON = 2 << 20;

  private final ChangeSets changeSets;

  Drafts(ChangeSets changeSets) {
    this.changeSets = changeSets;
  }

  /** One document; pointers of faults are inside it. */
  Edit.Outcome put(
      String app, String name, String path, byte[] body, List<String> seen, UUID person) {
    var edit = new Edit(Map.of(path, document(path, body)), List.of(), Map.of(path, seen));
    try {
      return changeSets.edit(app, name, edit, person);
    } catch (ProblemException e) {
      throw inside(path, e);
    }
  }

  void delete(String app, String name, String path, List<String> seen, UUID person) {
    changeSets.edit(app, name, new Edit(Map.of(), List.of(path), Map.of(path, seen)), person);
  }

  /** Several documents or none; pointers of faults are {@code <path>#<pointer>}. */
  Edit.Outcome edit(String app, String name, Body body, UUID person) {
    Map<String, Document> put = new LinkedHashMap<>();
    body.members("put")
        .forEach(
            (path, json) -> {
              if (json.isObject()) {
                put.put(path, Documents.of(path, (ObjectNode) json));
              } else {
                body.fault("/put/" + Body.escaped(path), "document.object");
              }
            });
    Map<String, List<String>> seen = new LinkedHashMap<>();
    body.members("ifMatch")
        .forEach(
            (path, tags) ->
                seen.put(
                    path,
                    StreamSupport.stream(
                            (tags.isArray() ? tags : JsonNodeFactory.instance.arrayNode().add(tags))
                                .spliterator(),
                            false)
                        .flatMap(t -> etags(t.asText()).stream())
                        .toList()));
    var delete = body.texts("delete");
    body.refuse();
    return changeSets.edit(app, name, new Edit(put, delete, seen), person);
  }

  private static Document document(String path, byte[] sent) {
    var body = sent == null ? new byte[0] : sent;
    var json = path.endsWith(".json");
    // whatever type the sender gave it, a document is as small as any other JSON
    if (body.length > (json ? MOST_JSON : MOST_BYTES)) {
      throw ProblemException.of(ErrorCode.BODY_TOO_LARGE);
    }
    return json ? Documents.of(path, DocumentReader.read(body)) : Documents.ofBytes(path, body);
  }

  /** The tags of an If-Match header, strong or weak, with or without quotes. */
  static List<String> etags(String header) {
    return header == null
        ? List.of()
        : Arrays.stream(header.split(","))
            .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
            .filter(tag -> !tag.isEmpty())
            .toList();
  }

  private static ProblemException inside(String path, ProblemException e) {
    var violations =
        e.violations().stream()
            .map(
                v ->
                    v.pointer().startsWith(path + "#")
                        ? new Violation(
                            v.pointer().substring(path.length() + 1), v.code(), v.arguments())
                        : v)
            .toList();
    return violations.isEmpty() ? e : ProblemException.of(e.code(), violations);
  }
}
