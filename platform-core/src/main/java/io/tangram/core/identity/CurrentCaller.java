package io.tangram.core.identity;

import io.tangram.core.http.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The signed-in person, for what only needs to tell people apart. */
@Singleton
class CurrentCaller implements Caller {
  private final CurrentActor current;

  @Inject
  CurrentCaller(CurrentActor current) {
    this.current = current;
  }

  @Override
  public UUID person() {
    return current.get().person();
  }
}
