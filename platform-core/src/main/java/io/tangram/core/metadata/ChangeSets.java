package io.tangram.core.metadata;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import io.tangram.core.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where designs are edited: each change set holds what differs from the published version, document
 * by document. An edit must say which state it saw, so nobody overwrites what they never read. What
 * names lead to is not looked at here: a draft may dangle until it is published.
 */
@ApplicationScoped
public class ChangeSets {
  /** The one that is always there. */
  public static final String DEFAULT = "draft";

  private final AppStore apps;
  private final DocumentStore documents;
  private final ChangeSetStore store;
  private final VersionAssembly assembly;

  ChangeSets(
      AppStore apps, DocumentStore documents, ChangeSetStore store, VersionAssembly assembly) {
    this.apps = apps;
    this.documents = documents;
    this.store = store;
    this.assembly = assembly;
  }

  public List<ChangeSet> all(String app) {
    return store.names(app).stream().map(name -> get(app, name)).toList();
  }

  /**
   * @throws ProblemException {@code NOT_FOUND} for a name that nobody has edited under; the default
   *     one is there for every app
   */
  public ChangeSet get(String app, String name) {
    var known = apps.find(app).orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
    var revision = store.revision(app, name);
    if (revision.isEmpty() && !name.equals(DEFAULT)) {
      throw ProblemException.of(ErrorCode.NOT_FOUND);
    }
    return read(known, name, revision.orElse(0L));
  }

  public Document document(String app, String name, String path) {
    var hash = get(app, name).hash(path);
    return hash.map(h -> documents.contents(Map.of(path, h)).get(path))
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  /** All documents as they stand in the change set. */
  public Map<String, Document> documents(ChangeSet changeSet) {
    return documents.contents(changeSet.tree());
  }

  /**
   * @throws ProblemException {@code DOCUMENT_INVALID} with everything that breaks a schema, {@code
   *     ETAG_MISSING}, {@code DOCUMENT_CHANGED} with the difference
   */
  @Transactional
  public Edit.Outcome edit(String app, String name, Edit edit, UUID person) {
    refuseWrongName(name);
    var known = apps.find(app).orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
    refuseWrongShapes(app, edit);
    var revision = store.lock(app, name, person);
    var before = read(known, name, revision);
    var seen = new SeenStates(documents, before, edit.seen());
    edit.put().keySet().forEach(seen::check);
    edit.delete().forEach(seen::checkExisting);
    documents.keep(edit.put().values());
    edit.put().forEach((path, d) -> change(known, before, path, Optional.of(d.hash()), seen));
    edit.delete().forEach(path -> change(known, before, path, Optional.empty(), seen));
    return outcome(edit, before, revision);
  }

  /** Drops all changes; a named change set is gone after that. */
  @Transactional
  public void discard(String app, String name, UUID person) {
    get(app, name);
    store.lock(app, name, person);
    store.empty(app, name);
    if (!name.equals(DEFAULT)) {
      store.remove(app, name);
    }
  }

  private ChangeSet read(App app, String name, long revision) {
    var published = documents.tree(app.key(), app.version());
    return ChangeSet.of(name, revision, app.version(), published, store.changes(app.key(), name));
  }

  private void change(
      App app, ChangeSet before, String path, Optional<String> hash, SeenStates seen) {
    var published = Optional.ofNullable(before.published().get(path));
    var known = Optional.ofNullable(before.changes().get(path));
    var settles = known.isEmpty() || seen.settles(path);
    var base = settles ? published : known.get().baseHash();
    var version = settles ? app.version() : known.get().baseVersion();
    if (hash.equals(base) && base.equals(published)) {
      store.forget(app.key(), before.name(), path);
    } else {
      store.put(app.key(), before.name(), new Change(path, hash, base, version));
    }
  }

  private static Edit.Outcome outcome(Edit edit, ChangeSet before, long revision) {
    Map<String, String> etags = new TreeMap<>();
    edit.put().forEach((path, document) -> etags.put(path, document.hash()));
    var created = edit.put().keySet().stream().filter(p -> before.hash(p).isEmpty()).toList();
    return new Edit.Outcome(revision, etags, created);
  }

  private static void refuseWrongName(String name) {
    if (!DocumentPath.KEY.matcher(name).matches()) {
      throw ProblemException.of(
          ErrorCode.DOCUMENT_INVALID, List.of(Violation.at("", "document.changeset", name)));
    }
  }

  private void refuseWrongShapes(String app, Edit edit) {
    var found = new ArrayList<Violation>(assembly.shapes(edit.put()));
    var violations = new Violations();
    violations.addAll(found);
    if (edit.delete().contains("app.json")) {
      violations.add("app.json#", "document.app");
    }
    Optional.ofNullable(edit.put().get("app.json"))
        .map(d -> Documents.json(d).path("key").asText())
        .filter(key -> found.isEmpty() && !key.equals(app))
        .ifPresent(key -> violations.add("app.json#/key", "app.key", app));
    violations.refuse(ErrorCode.DOCUMENT_INVALID);
  }
}
