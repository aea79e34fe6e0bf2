package io.tangram.core.metadata;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All kinds of documents there are. What is not among them is refused. */
@Singleton
public final class DocumentKinds {
  private final List<DocumentKind<?>> kinds;
  private final Map<String, DocumentKind<?>> byKey;
  private final Map<String, DocumentKind<?>> byFolder;

  DocumentKinds(@All List<DocumentKind<?>> kinds) {
    // the app itself first, then by name: the same order of checks and steps on every node
    this.kinds = kinds.stream().sorted(Comparator.comparing(DocumentKind::folder)).toList();
    this.byKey = this.kinds.stream().collect(toUnmodifiableMap(DocumentKind::key, k -> k));
    this.byFolder =
        this.kinds.stream().collect(toUnmodifiableMap(DocumentKind::folder, Function.identity()));
  }

  public List<DocumentKind<?>> all() {
    return kinds;
  }

  public Optional<DocumentKind<?>> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The kind of the document under a path; empty for bytes and for folders of no known kind. */
  Optional<DocumentKind<?>> of(DocumentPath path) {
    return path.bytes() ? Optional.empty() : Optional.ofNullable(byFolder.get(path.folder()));
  }
}
