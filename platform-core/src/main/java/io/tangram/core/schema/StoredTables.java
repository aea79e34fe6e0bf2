package io.tangram.core.schema;

import io.tangram.core.metadata.AppVersion;

/**
 * Says where a version's rows are, for whoever reads and writes them. Answers from memory but for
 * the first question about a version; never changes a table.
 */
public interface StoredTables {
  /**
   * @param table {@code deal}, or {@code deal.lines} for a sub-table
   * @throws IllegalArgumentException when the version has no such table
   */
  StoredTable table(AppVersion version, String table);
}
