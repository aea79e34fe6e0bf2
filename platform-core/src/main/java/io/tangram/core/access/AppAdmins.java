package io.tangram.core.access;

import java.util.Optional;
import java.util.UUID;

/** Whose an app is. Answers from memory, since every request asks. */
public interface AppAdmins {
  /**
   * Whether they may do everything in it, design it included: its creator, the organisation's
   * administrators and those of the company it belongs to. False for an app that is not there.
   */
  boolean administers(String app, Actor actor);

  /** The company it belongs to; empty for an app of the whole organisation. */
  Optional<UUID> company(String app);

  /** Who made it; stands in where a process finds nobody. Empty for an app that is not there. */
  Optional<UUID> creator(String app);
}
