package io.tangram.core.metadata;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Remembers what an app's template brought: the base of the next upgrade. Opens no transaction. */
@Singleton
final class TemplateStore {
  private final DSLContext db;
  private final DocumentStore documents;

  TemplateStore(DSLContext db, DocumentStore documents) {
    this.db = db;
    this.documents = documents;
  }

  void keep(String app, App.Template template, Map<String, Document> tree) {
    db.execute(
        "update app set template = ?, template_version = ? where key = ?",
        template.key(),
        template.version(),
        app);
    documents.keep(tree.values());
    db.execute("delete from app_template_document where app = ?", app);
    tree.values()
        .forEach(
            d ->
                db.execute(
                    "insert into app_template_document (app, path, hash) values (?, ?, ?)",
                    app,
                    d.path(),
                    d.hash()));
  }

  Map<String, Document> tree(String app) {
    Map<String, String> tree = new TreeMap<>();
    db.fetch("select path, hash from app_template_document where app = ?", app)
        .forEach(row -> tree.put(row.get(0, String.class), row.get(1, String.class)));
    return documents.contents(tree);
  }
}
