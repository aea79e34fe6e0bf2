package io.tangram.core.schema;

import io.tangram.core.metadata.AppVersion;
import java.util.Optional;
import java.util.UUID;

/**
 * Computes what formulas keep in columns, for rows that are there already when a design begins to
 * keep it or changes how. Offered by whoever reads and writes records.
 */
public interface StoredValues {
  /**
   * Some rows of a table, in the order of their ids, inside the caller's transaction and lock. It
   * is no edit: neither version nor history of the records knows of it.
   *
   * @param after the last row done so far; empty at the start
   * @param rows how many at most
   * @return the last one done; empty when there was none left
   */
  Optional<UUID> compute(AppVersion version, String table, Optional<UUID> after, int rows);

  /** The same on the app's current version, waiting for a publish that is under way. */
  Optional<UUID> computeCurrent(String app, String table, Optional<UUID> after, int rows);
}
