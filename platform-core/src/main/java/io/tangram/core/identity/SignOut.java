package io.tangram.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends one session; all nodes hear of it with the commit, and this one before the answer. */
@ApplicationScoped
class SignOut {
  private final Sessions sessions;

  @Inject
  SignOut(Sessions sessions) {
    this.sessions = sessions;
  }

  @Transactional
  void leave(String session) {
    sessions.close(session);
  }
}
