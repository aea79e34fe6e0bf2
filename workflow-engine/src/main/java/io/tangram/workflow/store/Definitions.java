package io.tangram.workflow.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Remembers which engine definition each version of an app runs its processes by. */
@Singleton
public class Definitions {
  private static final String INSERT =
      "insert into process_definition (app, process, version, hash, definition) values (?, ?, ?, ?,"
          + " ?) on conflict (app, process, version) do update set hash = excluded.hash, definition"
          + " = excluded.definition";

  private static final String FIND =
      "select definition from process_definition where app = ? and process = ? and version = ?";

  private static final String SAME =
      "select definition from process_definition where app = ? and process = ? and hash = ? order"
          + " by version desc limit 1";

  private final Statements statements;

  @Inject
  Definitions(Statements statements) {
    this.statements = statements;
  }

  public void put(String app, String process, long version, String hash, String definition) {
    statements.change(INSERT, app, process, version, hash, definition);
  }

  public Optional<String> find(String app, String process, long version) {
    return statements.first(FIND, row -> row.getString(1), app, process, version);
  }

  /** The newest definition made of the very same document. */
  public Optional<String> same(String app, String process, String hash) {
    return statements.first(SAME, row -> row.getString(1), app, process, hash);
  }
}
