package io.tangram.core.metadata;

import java.util.Arrays;
import java.util.Set;

/**
 * What the publisher decided for the steps that leave a choice.
 *
 * @param restore fields that take their retired column with its values back, as {@code table.field}
 *     or {@code table.subtable.field}, and tables that take their rows back; {@code *} stands for
 *     all. Every other field that comes back gets a new column
 */
public record PublishOptions(Set<String> restore) {
  public static final PublishOptions NONE = new PublishOptions(Set.of());

  /** Whatever comes back takes its old values back. */
  public static final PublishOptions EVERYTHING = new PublishOptions(Set.of("*"));

  public PublishOptions {
    restore = Set.copyOf(restore);
  }

  /** Whether one of these names, or everything, was asked for. */
  public boolean restores(String... names) {
    return restore.contains("*") || Arrays.stream(names).anyMatch(restore::contains);
  }
}
