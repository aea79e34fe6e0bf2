package io.tangram.core.metadata;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Reads versions out of the database. Keeps nothing: that is the catalogue's part. */
@Singleton
final class VersionReader {
  private final AppStore apps;
  private final DocumentStore documents;
  private final VersionAssembly assembly;

  VersionReader(AppStore apps, DocumentStore documents, VersionAssembly assembly) {
    this.apps = apps;
    this.documents = documents;
    this.assembly = assembly;
  }

  AppVersion read(App app, long number) {
    var contents = documents.contents(documents.tree(app.key(), number));
    return assemble(app, number, contents);
  }

  AppVersion assemble(App app, long number, Map<String, Document> contents) {
    return assembly.assemble(
        app.key(), number, contents, bindings(app.key(), contents), app.home());
  }

  /** What was bound at installation; else the app that the document names, if it is there. */
  private Map<String, String> bindings(String key, Map<String, Document> contents) {
    Map<String, String> bound = new HashMap<>(apps.bindings(key));
    var requires = Documents.json(contents.get("app.json")).path("requires");
    for (var require : requires) {
      var target = require.path("app").asText();
      if (!bound.containsKey(require.path("key").asText()) && apps.version(target) > 0) {
        bound.put(require.path("key").asText(), target);
      }
    }
    return bound;
  }
}
