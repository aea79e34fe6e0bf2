package io.tangram.core.job;

import java.util.Map;

/**
 * How far a batch has come.
 *
 * @param rows done by this batch
 * @param position where the next one begins; kept in the batch's own transaction
 * @param finished whether there is no next one
 * @param details figures for people, added to those of earlier batches
 */
public record Progress(long rows, String position, boolean finished, Map<String, Object> details) {
  public static Progress at(long rows, String position) {
    return new Progress(rows, position, false, Map.of());
  }

  public static Progress finished(long rows) {
    return new Progress(rows, "", true, Map.of());
  }
}
