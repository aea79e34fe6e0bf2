package io.tangram.core.app;

import io.tangram.core.metadata.ChangeSet;
import java.util.Collection;

/**
 * A change set.
 *
 * @param base the oldest version one of its changes started from
 * @param files every document as it stands in it
 * @param changed those that differ from what is published, taken-away ones included
 */
record DraftAnswer(
    String name, long revision, long base, Collection<String> files, Collection<String> changed) {
  static DraftAnswer of(ChangeSet changeSet) {
    return new DraftAnswer(
        changeSet.name(),
        changeSet.revision(),
        changeSet.base(),
        changeSet.tree().keySet(),
        changeSet.paths());
  }
}
