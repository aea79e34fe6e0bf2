package io.tangram.core.identity;

import static org.jooq.impl.DSL.val;

import io.tangram.core.event.Notifications;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jooq.DSLContext;

/**
 * Sessions in the database. Whoever ends or changes one runs in a transaction, and all nodes hear
 * of it with the commit. It never sees a password.
 */
@Singleton
class Sessions {
  /** Topic of {@link Notifications}; the payload is a session's or a person's id. */
  static final String TOPIC = "session";

  private final DSLContext db;
  private final Actors actors;
  private final Notifications notifications;
  private final Clock clock;
  private final Duration lifetime;

  @Inject
  Sessions(
      DSLContext db,
      Actors actors,
      Notifications notifications,
      Clock clock,
      @ConfigProperty(name = "tangram.session.lifetime", defaultValue = "P7D") Duration lifetime) {
    this.db = db;
    this.actors = actors;
    this.notifications = notifications;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** A new session. The token leaves the house with it and cannot be had again. */
  NewSession open(UUID person, boolean cookie) {
    var token = Tokens.make();
    var expires = clock.instant().plus(lifetime);
    db.query("delete from session where expires_at < {0}", time(clock.instant())).execute();
    db.query(
            "insert into session (token_hash, person, cookie, expires_at)"
                + " values ({0}, {1}, {2}, {3})",
            key(Tokens.id(token)), val(person), val(cookie), time(expires))
        .execute();
    return new NewSession(token, expires, lifetime);
  }

  /** The session if it has not ended and its person may act. */
  Optional<Session> find(String id) {
    return db.resultQuery(
            "select person, post, cookie, expires_at from session where token_hash = {0}"
                + " and expires_at > {1}",
            key(id), time(clock.instant()))
        .fetchOptional()
        .flatMap(
            row ->
                actors
                    .find(row.get(0, UUID.class), Optional.ofNullable(row.get(1, UUID.class)))
                    .map(
                        actor ->
                            new Session(
                                id,
                                actor.person(),
                                row.get(2, Boolean.class),
                                row.get(3, Timestamp.class).toInstant(),
                                actor)));
  }

  void close(String id) {
    db.query("delete from session where token_hash = {0}", key(id)).execute();
    notifications.sendInTransaction(TOPIC, id);
  }

  /**
   * Ends all sessions of the person but this one; a password's change leaves the hand that made it.
   */
  void closeOthers(UUID person, Optional<String> kept) {
    db.query(
            "delete from session where person = {0} and token_hash <> {1}",
            val(person), key(kept.orElse("")))
        .execute();
    changed(person);
  }

  void actIn(String id, UUID post) {
    db.query("update session set post = {0} where token_hash = {1}", val(post), key(id)).execute();
    notifications.sendInTransaction(TOPIC, id);
  }

  /** What is known of the person's sessions is out of date. */
  void changed(UUID person) {
    notifications.sendInTransaction(TOPIC, person.toString());
  }

  private static org.jooq.Field<byte[]> key(String id) {
    return val(HexFormat.of().parseHex(id));
  }

  private static org.jooq.Field<java.time.OffsetDateTime> time(Instant at) {
    return val(at.atOffset(java.time.ZoneOffset.UTC));
  }
}
