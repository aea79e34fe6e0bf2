package io.tangram.core.record;

import io.tangram.core.access.Actor;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stands in for the person where the platform reads for itself: it owns nothing, holds nothing. */
@Singleton
class SystemActor {
  private static final Actor NOBODY =
      new Actor(
          new UUID(0, 0),
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          false,
          Locale.SIMPLIFIED_CHINESE);

  Actor actor() {
    return NOBODY;
  }
}
