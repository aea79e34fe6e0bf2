package io.tangram.core.identity;

import static org.jooq.impl.DSL.val;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Slows guessing down: attempts are counted before the password is looked at, so that many at once
 * count too, in the database, so that all nodes agree. A stranger who fails for somebody else from
 * another address locks them out only after many more tries than at their own.
 */
@Singleton
class SignInThrottle {
  /** Failures are forgotten when nothing was tried for so long. */
  private static final Duration MEMORY = Duration.ofMinutes(15);

  private static final Duration FIRST_BLOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_BLOCK = Duration.ofMinutes(15);

  private record Limit(String subject, int failures) {}

  private final DSLContext db;
  private final Clock clock;

  @Inject
  SignInThrottle(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Counts an attempt as failed until {@link #succeeded} says otherwise, and keeps the count
   * whatever the caller throws.
   *
   * @return for how long no attempt will be looked at; zero when this one may go on
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Duration attempt(String username, String address) {
    var now = clock.instant();
    var until = now;
    for (var limit : limits(username, address)) {
      var blocked = count(limit, now);
      until = blocked.isAfter(until) ? blocked : until;
    }
    return Duration.between(now, until);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void succeeded(String username, String address) {
    var subjects = limits(username, address).stream().map(Limit::subject).toArray(String[]::new);
    db.query(
            "update sign_in_failure set failures = greatest(failures - 1, 0), blocked_until = null"
                + " where subject = any({0})",
            val(subjects))
        .execute();
    db.query("delete from sign_in_failure where subject = {0}", val(subjects[0])).execute();
    db.query("delete from sign_in_failure where last_at < {0}", time(clock.instant().minus(MEMORY)))
        .execute();
  }

  /** One person at one address first; locks are taken in this order by everybody. */
  private static List<Limit> limits(String username, String address) {
    var user = username.toLowerCase(Locale.ROOT);
    return List.of(
        new Limit("both " + user + " " + address, 5),
        new Limit("user " + user, 40),
        new Limit("address " + address, 60));
  }

  /** Until when the subject is blocked; {@code now} or earlier when it is not. */
  private Instant count(Limit limit, Instant now) {
    var row =
        db.resultQuery(
                "insert into sign_in_failure as f (subject, failures, last_at) values ({0}, 1, {1})"
                    + " on conflict (subject) do update set last_at = {1}, failures = case"
                    + " when f.last_at < {2} then 1"
                    + " when f.blocked_until > {1} then f.failures else f.failures + 1 end"
                    + " returning failures, blocked_until",
                val(limit.subject()), time(now), time(now.minus(MEMORY)))
            .fetchSingle();
    var blocked = row.get(1, OffsetDateTime.class);
    if (blocked != null && blocked.toInstant().isAfter(now)) {
      return blocked.toInstant();
    }
    var over = row.get(0, Integer.class) - limit.failures();
    if (over <= 0) {
      return now;
    }
    var next = block(limit, now.plus(length(over)));
    // when a block has run out one attempt is looked at, and the next block stands already
    return blocked == null ? next : now;
  }

  private Instant block(Limit limit, Instant until) {
    db.query(
            "update sign_in_failure set blocked_until = {1} where subject = {0}",
            val(limit.subject()), time(until))
        .execute();
    return until;
  }

  /** Doubles with each block: 1, 2, 4, 8, 15 minutes. */
  private static Duration length(int over) {
    var doubled = FIRST_BLOCK.multipliedBy(1L << Math.min(over - 1, 10));
    return doubled.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : doubled;
  }

  private static Field<OffsetDateTime> time(Instant at) {
    return val(at.atOffset(ZoneOffset.UTC));
  }
}
