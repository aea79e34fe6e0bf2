package io.tangram.core.directory;

import io.tangram.core.organisation.Unit;
import java.util.UUID;

/**
 * A unit as it is answered.
 *
 * @param head who leads it: the head named for it, else who holds a leader's post in it; may be
 *     null
 */
record UnitAnswer(
    UUID id, UUID parent, String kind, String name, UUID head, int position, boolean closed) {
  static UnitAnswer of(Unit unit) {
    return new UnitAnswer(
        unit.id(),
        unit.parent().orElse(null),
        unit.kind().word(),
        unit.name(),
        unit.head().orElse(null),
        unit.position(),
        unit.closed());
  }
}
