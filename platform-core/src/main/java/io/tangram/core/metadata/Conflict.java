package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that both sides changed, each in another way.
 *
 * @param path the document
 * @param pointer the place in it; like a JSON Pointer, but elements of lists stand under their key,
 *     since their index differs between the sides: {@code /fields/amount/label}; empty for the
 *     document as a whole
 * @param base as it was; null when it was not there
 * @param mine null when mine took it away
 * @param theirs null when theirs took it away
 */
public record Conflict(String path, String pointer, JsonNode base, JsonNode mine, JsonNode theirs) {

  /** Whose answer to a conflict holds. */
  public enum Side {
    MINE,
    THEIRS
  }

  /** Under which a decision names it. */
  public String place() {
    return path + "#" + pointer;
  }
}
