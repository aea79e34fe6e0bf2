package io.tangram.core.organisation;

import static org.jooq.impl.DSL.val;

import io.tangram.core.metadata.Ids;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.JsonBody;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Makes, changes and closes units. A closed unit stays for history; nothing is moved under itself.
 */
@ApplicationScoped
public class Units {
  private static final int NAME = 100;

  private final UnitRepository rows;
  private final PostRepository posts;
  private final Organisation organisation;
  private final UnitCache cache;
  private final DSLContext db;
  private final Clock clock;

  @Inject
  Units(
      UnitRepository rows,
      PostRepository posts,
      Organisation organisation,
      UnitCache cache,
      DSLContext db,
      Clock clock) {
    this.rows = rows;
    this.posts = posts;
    this.organisation = organisation;
    this.cache = cache;
    this.db = db;
    this.clock = clock;
  }

  /** A new unit under an open one that the caller administers. */
  @Transactional
  public Unit create(Authority who, JsonBody body) {
    var parent = body.id("parent");
    var kind = body.choice("kind", UnitKind::of);
    if (parent.isEmpty()) {
      body.fault("parent", "body.required");
    }
    if (kind.isEmpty()) {
      body.fault("kind", "body.required");
    }
    var row = new UnitRow();
    row.id = Ids.next();
    row.name = body.required("name", NAME);
    row.position = body.count("position").orElse(0);
    row.head = body.id("head").orElse(null);
    checkHead(body, row);
    parent.ifPresent(p -> place(who, body, row, p));
    kind.ifPresent(k -> become(body, row, k));
    body.refuse();
    rows.persistAndFlush(row);
    cache.changed();
    return toUnit(row);
  }

  @Transactional
  public Unit change(Authority who, UUID id, JsonBody body) {
    var row = open(id);
    require(who.over(id));
    if (body.has("name")) {
      row.name = body.required("name", NAME);
    }
    if (body.has("head")) {
      row.head = body.id("head").orElse(null);
      checkHead(body, row);
    }
    body.count("position").ifPresent(p -> row.position = p);
    body.id("parent").filter(p -> !p.equals(row.parent)).ifPresent(p -> move(who, body, row, p));
    body.choice("kind", UnitKind::of).ifPresent(k -> become(body, row, k));
    body.refuse();
    rows.flush();
    cache.changed();
    return toUnit(row);
  }

  /** Closes an empty unit; its own administrators may not, those above it may. */
  @Transactional
  public void close(Authority who, UUID id) {
    var row = open(id);
    require(row.parent == null ? who.overAll() : who.over(row.parent));
    var inhabited =
        rows.count("parent = ?1 and closedAt is null", id) > 0
            || posts.count("unit = ?1 and (until is null or until >= ?2)", id, organisation.today())
                > 0;
    if (row.parent == null || inhabited) {
      throw ProblemException.of(ErrorCode.STATE_CONFLICT, row.name);
    }
    row.closedAt = clock.instant();
    rows.flush();
    cache.changed();
  }

  private void move(Authority who, JsonBody body, UnitRow row, UUID parent) {
    // two moves at once could make a ring out of two branches
    rows.find("parent is null").withLock(LockModeType.PESSIMISTIC_WRITE).list();
    if (row.parent == null || below(row.id, parent)) {
      body.fault("parent", "unit.below-itself");
      return;
    }
    require(who.over(row.parent));
    place(who, body, row, parent);
  }

  /** Asked of the database under the lock: another node's move may not have come round yet. */
  private boolean below(UUID unit, UUID wanted) {
    return db.resultQuery(
            "with recursive up as (select id, parent from org_unit where id = {0}"
                + " union select u.id, u.parent from org_unit u join up on u.id = up.parent)"
                + " select 1 from up where id = {1}",
            val(wanted), val(unit))
        .fetchOptional()
        .isPresent();
  }

  private void place(Authority who, JsonBody body, UnitRow row, UUID parent) {
    if (rows.find("id = ?1 and closedAt is null", parent).firstResultOptional().isEmpty()) {
      body.fault("parent", "unit.unknown");
      return;
    }
    require(who.over(parent));
    row.parent = parent;
  }

  private void become(JsonBody body, UnitRow row, UnitKind kind) {
    var above = Optional.ofNullable(row.parent).flatMap(organisation::unit).map(Unit::kind);
    if (kind == UnitKind.GROUP && above.isPresent() && above.get() != UnitKind.GROUP) {
      body.fault("kind", "unit.group-below");
    }
    row.kind = kind.word();
  }

  private void checkHead(JsonBody body, UnitRow row) {
    var head = Optional.ofNullable(row.head).map(java.util.List::of);
    if (head.isPresent() && organisation.activePersons(head.get()).isEmpty()) {
      body.fault("head", "person.unknown");
    }
  }

  private UnitRow open(UUID id) {
    return rows.find("id = ?1 and closedAt is null", id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw ProblemException.of(ErrorCode.NOT_ALLOWED);
    }
  }

  private Unit toUnit(UnitRow row) {
    return new Unit(
        row.id,
        Optional.ofNullable(row.parent),
        UnitKind.of(row.kind).orElseThrow(),
        row.name,
        Optional.ofNullable(row.head),
        Optional.ofNullable(row.head),
        row.position,
        row.closedAt != null);
  }
}
