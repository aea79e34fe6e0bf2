package io.tangram.workflow.who;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A kind of {@code who} entry (FORMAT section 3), told by the one member that names it. One class
 * per kind, found by CDI.
 */
public interface WhoType {
  /** The member that names it: {@code leader} in {@code {"leader": "=$starter"}}. */
  String key();

  /** The members it may have besides. */
  default Set<String> words() {
    return Set.of();
  }

  /** What is wrong with an entry whose members are known; pointers are inside the entry. */
  void check(JsonNode entry, WhoCheck check);

  /** Whom it names now, in order; empty when nobody. May name people who have left. */
  List<UUID> find(JsonNode entry, WhoRun run);
}
