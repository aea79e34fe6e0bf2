package io.tangram.core.metadata;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what an editor says to have seen against what is there. Changes nothing. */
final class SeenStates {
  private static final String ANY = "*";

  private final DocumentStore documents;
  private final ChangeSet changeSet;
  private final Map<String, List<String>> seen;

  SeenStates(DocumentStore documents, ChangeSet changeSet, Map<String, List<String>> seen) {
    this.documents = documents;
    this.changeSet = changeSet;
    this.seen = seen;
  }

  /** A new document needs no ETag; one that is there needs the one it has. */
  void check(String path) {
    var now = changeSet.hash(path);
    var tags = seen.getOrDefault(path, List.of());
    if (now.isPresent() && tags.isEmpty()) {
      throw ProblemException.of(ErrorCode.ETAG_MISSING, path);
    }
    var matches = now.map(tags::contains).orElse(false) || (now.isPresent() && tags.contains(ANY));
    if (!tags.isEmpty() && !matches) {
      throw changed(path, now, tags);
    }
  }

  void checkExisting(String path) {
    if (changeSet.hash(path).isEmpty()) {
      throw ProblemException.of(ErrorCode.NOT_FOUND);
    }
    check(path);
  }

  /**
   * Whether the editor has also seen what was published in the meantime, and so decides over it.
   */
  boolean settles(String path) {
    var published = changeSet.published().get(path);
    return published != null && seen.getOrDefault(path, List.of()).contains(published);
  }

  private ProblemException changed(String path, Optional<String> now, List<String> tags) {
    var problem = ProblemException.of(ErrorCode.DOCUMENT_CHANGED, path).with("path", path);
    if (now.isEmpty()) {
      return problem;
    }
    var is = documents.contents(Map.of(path, now.get())).get(path);
    problem = problem.with("etag", is.hash());
    var was = documents.find(path, tags);
    return was.isEmpty() || !path.endsWith(".json")
        ? problem
        : problem.with(
            "changes", Difference.between(Documents.json(was.get()), Documents.json(is)));
  }
}
