package io.tangram.core.metadata;

import java.util.Set;

/**
 * What the publisher decided for the steps that leave a choice.
 *
 * @param restore fields that take their retired column with its values back, as {@code table.field}
 *     or {@code table.subtable.field}; every other field that comes back gets a new column
 */
public record PublishOptions(Set<String> restore) {
  public static final PublishOptions NONE = new PublishOptions(Set.of());

  public PublishOptions {
    restore = Set.copyOf(restore);
  }
}
