package io.tangram.core.organisation;

import static org.jooq.impl.DSL.val;

import io.tangram.core.metadata.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Makes the first unit and the first administrator of an empty house. Where one unit is, it does
 * nothing. The caller holds the transaction and sees to it that only one node does this.
 */
@Singleton
public class Beginning {
  /** Until somebody names it. */
  static final String ROOT_NAME = "我的组织";

  private final DSLContext db;
  private final UnitCache cache;

  @Inject
  Beginning(DSLContext db, UnitCache cache) {
    this.db = db;
    this.cache = cache;
  }

  /** The administrator just made; empty when the house is not empty. */
  public Optional<UUID> admin(String username) {
    if (db.resultQuery("select 1 from org_unit limit 1").fetchOptional().isPresent()) {
      return Optional.empty();
    }
    var root = Ids.next();
    var admin = Ids.next();
    db.query(
            "insert into org_unit (id, kind, name) values ({0}, 'group', {1})",
            val(root), val(ROOT_NAME))
        .execute();
    db.query(
            "insert into person (id, username, name, search)"
                + " values ({0}, {1}, '系统管理员', '系统管理员 xitongguanliyuan ' || {1})",
            val(admin), val(username))
        .execute();
    db.query(
            "insert into post (id, person, unit, position) values ({0}, {1}, {2}, '系统管理员')",
            val(Ids.next()), val(admin), val(root))
        .execute();
    db.query("insert into administrator (person, unit) values ({0}, {1})", val(admin), val(root))
        .execute();
    cache.changed();
    return Optional.of(admin);
  }
}
