package io.tangram.core.record;

import io.tangram.core.access.Actor;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.TableDef;
import java.util.Optional;
import java.util.Set;

/**
 * A record was created, changed, moved, deleted or restored: what listeners are told inside the
 * transaction.
 *
 * @param before the record as it was; empty when created
 * @param after the record as it is now (also when deleted: the row in the bin)
 * @param changed keys of the fields whose value differs
 */
public record RecordChanged(
    AppVersion version,
    TableDef table,
    Kind kind,
    Optional<Row> before,
    Row after,
    Set<String> changed,
    Actor actor,
    Origin origin) {

  /**
   * What happened. {@code SUBMITTED}: a form was sent in, by which the record may have been
   * created.
   */
  public enum Kind {
    CREATED,
    UPDATED,
    SUBMITTED,
    DELETED,
    RESTORED
  }
}
