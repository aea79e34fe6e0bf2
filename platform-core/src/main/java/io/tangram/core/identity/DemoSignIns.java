package io.tangram.core.identity;

import static org.jooq.impl.DSL.val;

import io.tangram.core.organisation.DemoOrganisation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

/**
 * Lets the demo's people sign in with the administrator's password. Whoever has a password keeps
 * it.
 */
@Singleton
class DemoSignIns {
  private final DSLContext db;
  private final DemoOrganisation demo;

  @Inject
  DemoSignIns(DSLContext db, DemoOrganisation demo) {
    this.db = db;
    this.demo = demo;
  }

  void fill(String administrator) {
    var people = demo.fill();
    db.query(
            "insert into credential (person, hash) select p.id, c.hash from person p"
                + " cross join credential c join person a on a.id = c.person"
                + " where p.id = any({0}) and lower(a.username) = lower({1})"
                + " on conflict (person) do nothing",
            val(people.toArray(java.util.UUID[]::new)), val(administrator))
        .execute();
  }
}
