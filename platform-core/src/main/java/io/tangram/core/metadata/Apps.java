package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The apps there are: made here, listed here, put into the bin here. Knows no permissions. */
@ApplicationScoped
public class Apps {
  private final AppStore store;
  private final ChangeSets changeSets;
  private final VersionCatalog catalog;
  private final PublishLock lock;
  private final ObjectMapper json;

  Apps(
      AppStore store,
      ChangeSets changeSets,
      VersionCatalog catalog,
      PublishLock lock,
      ObjectMapper json) {
    this.store = store;
    this.changeSets = changeSets;
    this.catalog = catalog;
    this.lock = lock;
    this.json = json;
  }

  public List<App> all() {
    return store.all();
  }

  public Optional<App> find(String key) {
    return store.find(key);
  }

  /**
   * @throws ProblemException {@code NOT_FOUND}
   */
  public App get(String key) {
    return find(key).orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  /** Newest first. */
  public List<VersionNote> versions(String key) {
    return store.versions(key);
  }

  /**
   * Makes an app whose draft holds nothing but {@code app.json}.
   *
   * @throws ProblemException {@code KEY_TAKEN}, also when the app of that key is in the bin
   */
  @Transactional
  public App create(String key, Label label, AppHome home) {
    reserve(key, label, home);
    var document = JsonNodeFactory.instance.objectNode().put("format", "app/1").put("key", key);
    document.set("label", json.valueToTree(label));
    var put = Map.of("app.json", Documents.of("app.json", document));
    changeSets.edit(
        key, ChangeSets.DEFAULT, new Edit(put, List.of(), Map.of()), home.creator().orElseThrow());
    return get(key);
  }

  /** Takes the key for an app whose first version is about to be published. */
  @Transactional
  public void reserve(String key, Label label, AppHome home) {
    if (!DocumentPath.KEY.matcher(key).matches()) {
      throw ProblemException.of(
          ErrorCode.VALUES_INVALID, List.of(Violation.at("/key", "app.key.shape")));
    }
    if (!store.create(key, label, home)) {
      throw ProblemException.of(ErrorCode.KEY_TAKEN, key);
    }
  }

  /** Into the bin: nothing of it is destroyed, and its key stays taken. */
  @Transactional
  public void remove(String key, UUID person) {
    lock.publisher(key);
    get(key);
    lock.writers(key);
    store.remove(key);
    catalog.changing(key);
  }
}
