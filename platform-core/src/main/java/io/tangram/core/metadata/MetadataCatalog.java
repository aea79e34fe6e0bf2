package io.tangram.core.metadata;

import java.util.List;
import java.util.Optional;

/**
 * Where a request gets the version it lives in. The current version of an app is kept in memory on
 * every node and replaced when another one is published; a write checks it again under the app's
 * lock.
 */
public interface MetadataCatalog {
  /**
   * The version for this app.
   *
   * @throws io.tangram.core.problem.ProblemException {@code NOT_FOUND} when there is no such app,
   *     or nothing published
   */
  AppVersion current(String app);

  Optional<AppVersion> find(String app);

  AppVersion version(String app, long number);

  /** Keys of all apps that have a published version and are not in the bin. */
  List<String> apps();

  /** Forgets what is known of an app's current version, so that the next request reads it again. */
  void refresh(String app);

  /**
   * The same on every node, once the transaction at hand commits. For whoever changes what a
   * version looks like in the database.
   */
  default void changing(String app) {
    refresh(app);
  }
}
