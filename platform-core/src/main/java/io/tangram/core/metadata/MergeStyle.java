package io.tangram.core.metadata;

import java.util.Optional;

/**
 * What the merge has to know of a kind's shape beyond keys and members.
 *
 * @param family a list whose elements nest and belong together over the whole document, wherever
 *     they stand: {@code layout} with its {@code items} in a form
 * @param whole a list whose clash makes the whole document one decision: {@code flows} of a process
 */
public record MergeStyle(Optional<Family> family, Optional<String> whole) {
  public static final MergeStyle PLAIN = new MergeStyle(Optional.empty(), Optional.empty());

  /**
   * The member that holds the outermost elements, and the member under which each holds its own.
   */
  public record Family(String root, String children) {}

  public static MergeStyle family(String root, String children) {
    return new MergeStyle(Optional.of(new Family(root, children)), Optional.empty());
  }

  public static MergeStyle whole(String member) {
    return new MergeStyle(Optional.empty(), Optional.of(member));
  }
}
