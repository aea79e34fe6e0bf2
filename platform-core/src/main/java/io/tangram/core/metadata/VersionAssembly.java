package io.tangram.core.metadata;

import io.tangram.core.problem.Violation;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a version out of documents and lets every kind check it. Never touches the database. */
@Singleton
final class VersionAssembly {
  private final DocumentKinds kinds;
  private final DocumentSchemas schemas;

  VersionAssembly(DocumentKinds kinds, DocumentSchemas schemas) {
    this.kinds = kinds;
    this.schemas = schemas;
  }

  /** What is wrong with the shape of these documents; pointers begin with the path. */
  List<Violation> shapes(Map<String, Document> documents) {
    var found = new ArrayList<Violation>();
    new TreeMap<>(documents)
        .values()
        .forEach(d -> shape(d).forEach(v -> found.add(v.under(d.path() + "#"))));
    return found;
  }

  /** What is wrong with the shape of one document; pointers are inside it. */
  List<Violation> shape(Document document) {
    var path = DocumentPath.of(document.path());
    var kind = path.flatMap(kinds::of);
    if (path.isPresent() && path.get().bytes()) {
      return List.of();
    }
    return kind.map(k -> schemas.violations(k, Documents.json(document)))
        .orElseGet(() -> List.of(Violation.at("", "document.path", document.path())));
  }

  /** Reads documents that fit their schemas. */
  AppVersion assemble(
      String app,
      long number,
      Map<String, Document> documents,
      Map<String, String> bindings,
      AppHome home) {
    Map<String, Document> inOrder = Collections.unmodifiableMap(new TreeMap<>(documents));
    Map<Class<?>, Map<String, Object>> definitions = new HashMap<>();
    for (var document : inOrder.values()) {
      var path = DocumentPath.of(document.path()).orElseThrow();
      kinds
          .of(path)
          .ifPresent(
              kind ->
                  definitions
                      .computeIfAbsent(kind.type(), t -> new LinkedHashMap<>())
                      .put(path.key(), kind.read(path.key(), Documents.json(document))));
    }
    return new AppVersion(app, number, inOrder, definitions, bindings, home)
        .completedBy(kinds.all());
  }

  /** What every kind finds wrong with the version as a whole; pointers begin with the path. */
  List<Violation> faults(AppVersion version) {
    var found = new ArrayList<Violation>();
    kinds.all().forEach(kind -> found.addAll(faults(kind, version)));
    return found;
  }

  private static <D> List<Violation> faults(DocumentKind<D> kind, AppVersion version) {
    var found = new ArrayList<Violation>();
    version
        .all(kind.type())
        .forEach(
            (key, definition) -> {
              var violations = new Violations();
              kind.check(key, definition, version, violations);
              var folder = kind.folder().isEmpty() ? "" : kind.folder() + "/";
              violations.list().forEach(v -> found.add(v.under(folder + key + ".json#")));
            });
    return found;
  }
}
