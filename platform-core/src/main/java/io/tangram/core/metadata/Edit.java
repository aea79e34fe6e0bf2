package io.tangram.core.metadata;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * An edit of one or several documents, done wholly or not at all.
 *
 * @param put documents by path
 * @param delete paths
 * @param seen path to the ETags the editor has seen: the one of the change set's document, and
 *     where the published one has moved on and the edit settles the difference, that one too
 */
public record Edit(Map<String, Document> put, List<String> delete, Map<String, List<String>> seen) {
  public Edit {
    requireNonNull(put, "put is null");
    delete = List.copyOf(delete);
    requireNonNull(seen, "seen is null");
  }

  /**
   * What came of it.
   *
   * @param revision of the change set
   * @param etags path to the ETag the document has now; deleted ones are absent
   * @param created paths of documents that were not there before
   */
  public record Outcome(long revision, Map<String, String> etags, List<String> created) {}
}
