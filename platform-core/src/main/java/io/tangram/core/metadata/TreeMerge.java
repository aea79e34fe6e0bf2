package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Merges two edits of a whole app, document by document. Touches no database. */
final class TreeMerge {
  private final DocumentKinds kinds;
  private final Map<String, Conflict.Side> decisions;
  private final Map<String, Document> documents = new TreeMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();

  /**
   * @param decisions {@code <path>#<pointer>} of a conflict to whose answer holds
   */
  TreeMerge(DocumentKinds kinds, Map<String, Conflict.Side> decisions) {
    this.kinds = kinds;
    this.decisions = decisions;
  }

  /**
   * @param conflicts what nobody has decided; where there are some, the documents are a preview
   */
  record Merged(Map<String, Document> documents, List<Conflict> conflicts) {}

  Merged merge(
      Map<String, Document> base, Map<String, Document> mine, Map<String, Document> theirs) {
    for (var path : Merge.union(mine.keySet(), theirs.keySet())) {
      document(path, base.get(path), mine.get(path), theirs.get(path));
    }
    return new Merged(documents, conflicts);
  }

  private void document(String path, Document base, Document mine, Document theirs) {
    if (same(mine, theirs) || same(base, theirs)) {
      keep(mine);
    } else if (same(base, mine)) {
      keep(theirs);
    } else if (path.endsWith(".json")) {
      elements(path, base, mine, theirs);
    } else {
      bytes(path, base, mine, theirs);
    }
  }

  private void elements(String path, Document base, Document mine, Document theirs) {
    var clashes = new Clashes(path, decisions);
    var style =
        DocumentPath.of(path).flatMap(kinds::of).map(k -> k.merging()).orElse(MergeStyle.PLAIN);
    var merged = new Merge(style, clashes).document(json(base), json(mine), json(theirs));
    if (merged != null) {
      keep(Documents.of(path, (ObjectNode) merged));
    }
    conflicts.addAll(clashes.open());
  }

  private void bytes(String path, Document base, Document mine, Document theirs) {
    var clashes = new Clashes(path, decisions);
    var side = clashes.decide("", named(base), named(mine), named(theirs));
    keep(side == Conflict.Side.MINE ? mine : theirs);
    conflicts.addAll(clashes.open());
  }

  private void keep(Document document) {
    if (document != null) {
      documents.put(document.path(), document);
    }
  }

  private static boolean same(Document one, Document other) {
    return one == null ? other == null : other != null && one.hash().equals(other.hash());
  }

  private static JsonNode json(Document document) {
    return Optional.ofNullable(document).map(Documents::json).orElse(null);
  }

  private static JsonNode named(Document document) {
    return document == null
        ? null
        : JsonNodeFactory.instance.objectNode().put("hash", document.hash());
  }
}
