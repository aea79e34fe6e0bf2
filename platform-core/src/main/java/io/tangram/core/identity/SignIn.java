package io.tangram.core.identity;

import static org.jooq.impl.DSL.val;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;

/**
 * Lets a person in who knows their password. An unknown name, a person who left and a wrong
 * password are one answer, and take as long.
 */
@ApplicationScoped
class SignIn {
  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private record Known(UUID person, String hash) {}

  private final DSLContext db;
  private final PasswordHash passwords;
  private final SignInThrottle throttle;
  private final Sessions sessions;

  @Inject
  SignIn(DSLContext db, PasswordHash passwords, SignInThrottle throttle, Sessions sessions) {
    this.db = db;
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
  }

  /** No transaction is open while the password is looked at: that takes long on purpose. */
  NewSession enter(String username, String password, String address, boolean cookie) {
    var blocked = throttle.attempt(username, address);
    if (!blocked.isZero()) {
      LOG.warnf("sign-in blocked for %d s, address %s", blocked.toSeconds(), address);
      throw ProblemException.of(ErrorCode.TOO_MANY_REQUESTS)
          .with("retryAfter", Math.max(1, blocked.toSeconds()));
    }
    var known = find(username);
    var right =
        known
            .map(k -> passwords.matches(password, k.hash()))
            .orElseGet(() -> passwords.matchesNobody(password));
    if (!right) {
      LOG.infof("sign-in refused, address %s", address);
      throw ProblemException.of(ErrorCode.SIGN_IN_FAILED);
    }
    throttle.succeeded(username, address);
    return QuarkusTransaction.requiringNew()
        .call(() -> sessions.open(known.orElseThrow().person(), cookie));
  }

  private Optional<Known> find(String username) {
    return db.resultQuery(
            "select p.id, c.hash from person p join credential c on c.person = p.id"
                + " where p.active and lower(p.username) = lower({0})",
            val(username))
        .fetchOptional(row -> new Known(row.get(0, UUID.class), row.get(1, String.class)));
  }
}
