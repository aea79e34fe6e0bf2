package io.tangram.core.metadata;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;

/**
 * Keeps contents under their hash and versions as lists of path and hash, like a tree of git. What
 * is stored never changes. Opens no transaction.
 */
@Singleton
final class DocumentStore {
  private final DSLContext db;

  DocumentStore(DSLContext db) {
    this.db = db;
  }

  /** Keeps contents; those that are there already cost nothing. */
  void keep(Collection<Document> documents) {
    if (documents.isEmpty()) {
      return;
    }
    var hashes = documents.stream().map(Document::hash).toArray(String[]::new);
    var bytes = documents.stream().map(Document::bytes).toArray(byte[][]::new);
    var json = documents.stream().map(DocumentStore::searchable).toArray(String[]::new);
    db.execute(
        """
        insert into document_content (hash, bytes, json)
        select h, b, j::jsonb from unnest({0}::text[], {1}::bytea[], {2}::text[]) as d(h, b, j)
        on conflict (hash) do nothing\
        """,
        org.jooq.impl.DSL.val(hashes), org.jooq.impl.DSL.val(bytes), org.jooq.impl.DSL.val(json));
  }

  private static String searchable(Document document) {
    return document.path().endsWith(".json") ? CanonicalJson.flat(Documents.json(document)) : null;
  }

  /** Contents by path; every hash must be one that was kept. */
  Map<String, Document> contents(Map<String, String> hashByPath) {
    var hashes = hashByPath.values().stream().distinct().toArray(String[]::new);
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    db.fetch("select hash, bytes from document_content where hash = any(?)", (Object) hashes)
        .forEach(row -> bytes.put(row.get(0, String.class), row.get(1, byte[].class)));
    Map<String, Document> documents = new TreeMap<>();
    hashByPath.forEach(
        (path, hash) -> documents.put(path, new Document(path, hash, bytes.get(hash))));
    return documents;
  }

  /** The first of these hashes under which anything was ever kept. */
  Optional<Document> find(String path, List<String> hashes) {
    return db
        .fetch(
            "select hash, bytes from document_content where hash = any(?) limit 1",
            (Object) hashes.toArray(String[]::new))
        .stream()
        .findFirst()
        .map(row -> new Document(path, row.get(0, String.class), row.get(1, byte[].class)));
  }

  /** Path to hash of a published version; empty for version 0. */
  Map<String, String> tree(String app, long number) {
    Map<String, String> tree = new TreeMap<>();
    db.fetch(
            "select path, hash from app_version_document where app = ? and number = ?", app, number)
        .forEach(row -> tree.put(row.get(0, String.class), row.get(1, String.class)));
    return tree;
  }

  void keepTree(String app, long number, Map<String, Document> documents) {
    keep(documents.values());
    var paths = documents.keySet().toArray(String[]::new);
    var hashes = documents.values().stream().map(Document::hash).toArray(String[]::new);
    db.execute(
        """
        insert into app_version_document (app, number, path, hash)
        select {0}, {1}, p, h from unnest({2}::text[], {3}::text[]) as d(p, h)\
        """,
        org.jooq.impl.DSL.val(app),
        org.jooq.impl.DSL.val(number),
        org.jooq.impl.DSL.val(paths),
        org.jooq.impl.DSL.val(hashes));
  }
}
