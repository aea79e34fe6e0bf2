package io.tangram.core.directory;

import io.tangram.core.access.Actor;
import io.tangram.core.organisation.Authority;
import java.util.UUID;

/** An actor's rights as an administrator. */
record ActorAuthority(Actor actor) implements Authority {
  @Override
  public boolean over(UUID unit) {
    return actor.administers(unit);
  }

  @Override
  public boolean overAll() {
    return actor.administrator();
  }

  @Override
  public UUID person() {
    return actor.person();
  }
}
