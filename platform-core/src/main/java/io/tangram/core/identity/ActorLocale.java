package io.tangram.core.identity;

import io.tangram.core.problem.PreferredLocale;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** The language of whoever is signed in, for answers to requests that ask for none. */
@Singleton
class ActorLocale implements PreferredLocale {
  private final CurrentActor current;

  @Inject
  ActorLocale(CurrentActor current) {
    this.current = current;
  }

  @Override
  public Optional<Locale> find() {
    return current.find().map(session -> session.actor().locale());
  }
}
