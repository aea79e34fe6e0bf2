package io.tangram.core.formula;

import java.util.List;

/**
 * A name in a formula, with the path behind it: {@code amount}, {@code customer.level}, {@code
 * $me.department}.
 *
 * @param path its words as written, at least one
 */
public record Reference(List<String> path) {
  public Reference {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a reference names something");
    }
  }

  public static Reference of(String written) {
    return new Reference(List.of(written.split("\\.")));
  }

  /** The first word: a field of the row at hand, or a name with {@code $}. */
  public String head() {
    return path.get(0);
  }

  /** The words behind the first one; empty for a plain field. */
  public List<String> tail() {
    return path.subList(1, path.size());
  }

  @Override
  public String toString() {
    return String.join(".", path);
  }
}
