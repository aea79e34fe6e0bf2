package io.tangram.core.identity;

import static org.jooq.impl.DSL.val;

import io.tangram.core.problem.JsonBody;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Keeps password hashes. A change ends the person's other sessions with the same commit; callers
 * hold the transaction.
 */
@Singleton
public class Credentials {
  private static final int SHORTEST = 8;
  static final int LONGEST = 256;

  private final DSLContext db;
  private final PasswordHash passwords;
  private final Sessions sessions;

  @Inject
  Credentials(DSLContext db, PasswordHash passwords, Sessions sessions) {
    this.db = db;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /** A new password out of a body; a fault of the body when it is too weak. */
  public Optional<String> read(JsonBody body, String member) {
    var password = body.raw(member, LONGEST);
    if (password.isPresent() && password.get().length() < SHORTEST) {
      body.fault(member, "password.too-short", SHORTEST);
      return Optional.empty();
    }
    return password;
  }

  /** Sets the password and ends all sessions but the kept one. */
  public void set(UUID person, String password, Optional<String> keptSession) {
    store(person, passwords.hash(password));
    sessions.closeOthers(person, keptSession);
  }

  boolean matches(UUID person, String password) {
    return hash(person)
        .map(hash -> passwords.matches(password, hash))
        .orElseGet(() -> passwords.matchesNobody(password));
  }

  Optional<String> hash(UUID person) {
    return db.resultQuery("select hash from credential where person = {0}", val(person))
        .fetchOptional(row -> row.get(0, String.class));
  }

  void store(UUID person, String hash) {
    db.query(
            "insert into credential (person, hash) values ({0}, {1}) on conflict (person)"
                + " do update set hash = excluded.hash, changed_at = now()",
            val(person), val(hash))
        .execute();
  }

  /** Ends all sessions of a person who may no longer act. */
  public void revoke(UUID person) {
    sessions.closeOthers(person, Optional.empty());
  }
}
