package io.tangram.core.access;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Access by participation: rows of {@code record_grant}, which every permission predicate lets in.
 * Works inside the caller's transaction and never opens one.
 */
public interface RecordGrants {
  /** What a grant allows on the one record. */
  enum Level {
    READ,
    WRITE
  }

  /**
   * Lets these persons in. Granting twice for the same reason keeps the higher level.
   *
   * @param reason why, in a word that names the cause: {@code task:<instance>}; grants of different
   *     reasons live side by side
   */
  void grant(
      String app, String table, UUID record, Collection<UUID> persons, Level level, String reason);

  /** Takes back what was granted to these persons for this reason; others are untouched. */
  void revoke(String app, String table, UUID record, Collection<UUID> persons, String reason);

  /** Tables of the app in which the actor takes part in some record. One statement. */
  Set<String> tables(String app, Actor actor);
}
