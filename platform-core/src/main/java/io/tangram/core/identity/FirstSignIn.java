package io.tangram.core.identity;

import java.util.Optional;

/**
 * What to tell on the console after a start.
 *
 * @param username of the first administrator
 * @param madePassword the password made at this very start, to be shown once and kept nowhere;
 *     empty when one was given or the administrator was already there
 */
public record FirstSignIn(String username, Optional<String> madePassword) {
  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "FirstSignIn[username=" + username + "]";
  }
}
