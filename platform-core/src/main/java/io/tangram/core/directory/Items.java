package io.tangram.core.directory;

import java.util.List;

/**
 * A list as API.md has it.
 *
 * @param next cursor of the page after this one; null on the last
 */
record Items<T>(List<T> items, String next) {
  static <T> Items<T> all(List<T> items) {
    return new Items<>(items, null);
  }
}
