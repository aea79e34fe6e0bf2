package io.tangram.core.metadata;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a change set, or a newer template, together with what is published. Every document is
 * merged from the state its edit started from.
 */
@Singleton
final class ChangeSetMerge {
  private final DocumentStore documents;
  private final ChangeSetStore changeSets;
  private final DocumentKinds kinds;

  ChangeSetMerge(DocumentStore documents, ChangeSetStore changeSets, DocumentKinds kinds) {
    this.documents = documents;
    this.changeSets = changeSets;
    this.kinds = kinds;
  }

  TreeMerge.Merged merge(App app, String changeSet, Map<String, Conflict.Side> decisions) {
    var published = documents.tree(app.key(), app.version());
    var base = new HashMap<>(published);
    var mine = new HashMap<>(published);
    for (var change : changeSets.changes(app.key(), changeSet).values()) {
      set(base, change.path(), change.baseHash());
      set(mine, change.path(), change.hash());
    }
    return new TreeMerge(kinds, decisions)
        .merge(documents.contents(base), documents.contents(mine), documents.contents(published));
  }

  /** Mine is what is published, with all that was changed locally; theirs is the newer tree. */
  TreeMerge.Merged upgrade(
      App app,
      Map<String, Document> base,
      Map<String, Document> newer,
      Map<String, Conflict.Side> decisions) {
    var mine = documents.contents(documents.tree(app.key(), app.version()));
    return new TreeMerge(kinds, decisions).merge(base, mine, newer);
  }

  private static void set(Map<String, String> tree, String path, Optional<String> hash) {
    hash.ifPresentOrElse(h -> tree.put(path, h), () -> tree.remove(path));
  }
}
