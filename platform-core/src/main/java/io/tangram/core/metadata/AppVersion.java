package io.tangram.core.metadata;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One version of one app, immutable: what a whole request lives in. Whatever can be derived from
 * the version alone (SQL texts, parsed formulas, permission shapes) is derived once and kept in it,
 * so there is no cache to clear.
 */
public final class AppVersion {
  private final String app;
  private final long number;
  private final Map<String, Document> documents;
  private final Map<Class<?>, Map<String, Object>> definitions;
  private final Map<String, String> bindings;
  private final AppHome home;
  private final ConcurrentHashMap<Object, Object> derived = new ConcurrentHashMap<>();

  /**
   * @param number 1, 2, 3 … as published; 0 for a draft that is only being checked
   * @param documents path to document, in path order
   * @param definitions definition type to (key to definition), as the kinds read them
   */
  public AppVersion(
      String app,
      long number,
      Map<String, Document> documents,
      Map<Class<?>, Map<String, Object>> definitions) {
    this(app, number, documents, definitions, Map.of(), AppHome.NOBODY);
  }

  /**
   * @param bindings alias out of {@code requires} to the key of the app that stands behind it
   * @param home who made the app and for which company
   */
  public AppVersion(
      String app,
      long number,
      Map<String, Document> documents,
      Map<Class<?>, Map<String, Object>> definitions,
      Map<String, String> bindings,
      AppHome home) {
    this.app = app;
    this.number = number;
    this.documents = documents;
    this.definitions = definitions;
    this.bindings = Map.copyOf(bindings);
    this.home = home;
  }

  /**
   * The same version after each kind has completed its definitions with what the whole tells.
   * Called once by whoever has read the documents.
   */
  public AppVersion completedBy(Iterable<? extends DocumentKind<?>> kinds) {
    var completed = new HashMap<Class<?>, Map<String, Object>>(definitions);
    for (var kind : kinds) {
      completed.put(kind.type(), completedBy(kind));
    }
    return new AppVersion(app, number, documents, completed, bindings, home);
  }

  private <D> Map<String, Object> completedBy(DocumentKind<D> kind) {
    var completed = new LinkedHashMap<String, Object>();
    all(kind.type())
        .forEach((key, definition) -> completed.put(key, kind.complete(definition, this)));
    return Collections.unmodifiableMap(completed);
  }

  public String app() {
    return app;
  }

  public long number() {
    return number;
  }

  /** Whose app it is: what an administrator's rights are measured by. */
  public AppHome home() {
    return home;
  }

  /**
   * The app behind an alias; empty when the app requires no such alias or nothing is bound to it.
   */
  public Optional<String> bound(String alias) {
    return Optional.ofNullable(bindings.get(alias));
  }

  /** Keys of all apps that stand behind an alias. */
  public Collection<String> targets() {
    return bindings.values();
  }

  public Map<String, Document> documents() {
    return documents;
  }

  /** All definitions of one kind, by key, in path order. */
  @SuppressWarnings("unchecked")
  public <D> Map<String, D> all(Class<D> type) {
    return (Map<String, D>) definitions.getOrDefault(type, Map.of());
  }

  public <D> Optional<D> find(Class<D> type, String key) {
    return Optional.ofNullable(all(type).get(key));
  }

  /**
   * What {@code make} gives for {@code key}, made once per version. The key must be a value
   * (record, string).
   */
  @SuppressWarnings("unchecked")
  public <K, V> V derived(K key, Function<? super K, ? extends V> make) {
    var known = derived.get(key);
    if (known == null) {
      // computeIfAbsent would deadlock when one derivation asks for another
      var made = make.apply(key);
      known = Optional.ofNullable(derived.putIfAbsent(key, made)).orElse(made);
    }
    return (V) known;
  }

  public <V> V derived(Object key, Supplier<? extends V> make) {
    return derived(key, ignored -> make.get());
  }
}
