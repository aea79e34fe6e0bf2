package io.tangram.core.metadata;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A change set as its editors see it: the published version with their changes over it.
 *
 * @param base the oldest version one of its changes started from; the published one while nothing
 *     is changed
 * @param published path to hash of the published version
 */
public record ChangeSet(
    String name,
    long revision,
    long base,
    Map<String, String> published,
    Map<String, Change> changes) {

  /** Path to hash of every document as it stands in this change set. */
  public Map<String, String> tree() {
    Map<String, String> tree = new TreeMap<>(published);
    changes.forEach(
        (path, change) ->
            change.hash().ifPresentOrElse(hash -> tree.put(path, hash), () -> tree.remove(path)));
    return tree;
  }

  /** Of documents that differ from what is published, taken-away ones included. */
  public Collection<String> paths() {
    return changes.keySet();
  }

  Optional<String> hash(String path) {
    return Optional.ofNullable(tree().get(path));
  }

  static ChangeSet of(
      String name,
      long revision,
      long version,
      Map<String, String> published,
      Map<String, Change> changes) {
    var base = changes.values().stream().mapToLong(Change::baseVersion).min().orElse(version);
    return new ChangeSet(name, revision, base, published, changes);
  }
}
