package io.tangram.core.record;

import io.tangram.core.access.Actor;
import io.tangram.core.access.Asking;
import io.tangram.core.access.TableRights;
import java.util.Optional;

/**
 * What all records of one write share.
 *
 * @param rights empty: the platform itself writes, without permissions and locks of states
 */
record WriteContext(
    TableShape shape, Optional<TableRights> rights, Asking asking, Origin origin, Intent intent) {
  Actor actor() {
    return asking.actor();
  }

  boolean trusted() {
    return rights.isEmpty();
  }
}
