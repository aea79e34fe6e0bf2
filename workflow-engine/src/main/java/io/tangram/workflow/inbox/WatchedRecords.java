package io.tangram.workflow.inbox;

import io.tangram.workflow.store.Statements;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks history for the latest versions of records that are open somewhere. */
@Singleton
class WatchedRecords {
  private static final String LATEST =
      "select wanted.id, last.version from unnest(?::uuid[]) as wanted (id) cross join lateral"
          + " (select version from history where record = wanted.id order by id desc limit 1) last";

  private final Statements statements;

  @Inject
  WatchedRecords(Statements statements) {
    this.statements = statements;
  }

  Map<UUID, Integer> versions(Collection<UUID> ids) {
    var found = new HashMap<UUID, Integer>();
    statements.list(LATEST, row -> found.put(row.getObject(1, UUID.class), row.getInt(2)), ids);
    return found;
  }

  /** 0 for a record without history. */
  int version(UUID id) {
    return versions(List.of(id)).getOrDefault(id, 0);
  }
}
