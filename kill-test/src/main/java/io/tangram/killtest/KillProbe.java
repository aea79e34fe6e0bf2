package io.tangram.killtest;

import static org.jooq.impl.DSL.val;

import io.tangram.core.event.Event;
import io.tangram.core.event.Subscriber;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * Writes down each event of the app {@code kill} once: a record made, and a timer that moved a
 * record on. Being told twice breaks the key and fails the delivery, which the test sees.
 */
@Singleton
final class KillProbe implements Subscriber {
  private static final Set<String> MADE = Set.of("created", "submitted");

  private final DSLContext db;

  KillProbe(DSLContext db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "kill-probe";
  }

  @Override
  public boolean wants(Event event) {
    return event.app().equals("kill") && (MADE.contains(event.kind()) || movedOn(event));
  }

  @Override
  public void on(Event event) {
    var key = (MADE.contains(event.kind()) ? "made:" : "timer:") + event.record();
    db.query("insert into kill_probe (key, event) values ({0}, {1})", val(key), val(event.id()))
        .execute();
  }

  private static boolean movedOn(Event event) {
    return event.kind().equals("updated") && event.changes().has("state");
  }
}
