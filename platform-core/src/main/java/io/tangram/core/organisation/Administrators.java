package io.tangram.core.organisation;

import static org.jooq.impl.DSL.val;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.JsonBody;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Who administers which units. Rights are handed on only downwards, within one's own. */
@Singleton
class Administrators {
  private final DSLContext db;
  private final Organisation organisation;

  @Inject
  Administrators(DSLContext db, Organisation organisation) {
    this.db = db;
    this.organisation = organisation;
  }

  Set<UUID> unitsOf(UUID person) {
    return new HashSet<>(
        db.resultQuery("select unit from administrator where person = {0}", val(person))
            .fetch(row -> row.get(0, UUID.class)));
  }

  void replace(Authority who, UUID person, JsonBody body) {
    var wanted = new HashSet<>(body.ids("administers"));
    if (!organisation.unitsAmong(wanted).containsAll(wanted)) {
      body.fault("administers", "unit.unknown");
      return;
    }
    var before = unitsOf(person);
    var changed = new HashSet<>(wanted);
    changed.addAll(before);
    changed.removeIf(unit -> wanted.contains(unit) && before.contains(unit));
    if (!changed.stream().allMatch(who::over)) {
      throw ProblemException.of(ErrorCode.NOT_ALLOWED);
    }
    if (!changed.isEmpty() && person.equals(who.person()) && !wanted.containsAll(before)) {
      throw ProblemException.of(ErrorCode.STATE_CONFLICT, person);
    }
    store(person, wanted);
  }

  void store(UUID person, Set<UUID> units) {
    db.query("delete from administrator where person = {0}", val(person)).execute();
    db.query(
            "insert into administrator (person, unit) select {0}, unit from unnest({1}) as u(unit)",
            val(person), val(units.toArray(UUID[]::new)))
        .execute();
  }
}
