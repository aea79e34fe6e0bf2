package io.tangram.core.organisation;

import io.quarkus.panache.common.Sort;
import io.tangram.core.metadata.Ids;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.JsonBody;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Organisation roles and their members; only the whole organisation's administrators change them.
 */
@ApplicationScoped
public class Roles {
  private static final String KEY = "[a-z][a-z0-9_]{0,47}";
  private static final int NAME = 100;

  private final RoleRepository rows;
  private final Organisation organisation;
  private final UnitCache cache;

  @Inject
  Roles(RoleRepository rows, Organisation organisation, UnitCache cache) {
    this.rows = rows;
    this.organisation = organisation;
    this.cache = cache;
  }

  @Transactional
  public List<OrgRole> all() {
    return rows.findAll(Sort.by("key")).stream().map(RoleRow::toRole).toList();
  }

  @Transactional
  public OrgRole get(UUID id) {
    return find(id).toRole();
  }

  @Transactional
  public OrgRole create(Authority who, JsonBody body) {
    require(who);
    var row = new RoleRow();
    row.id = Ids.next();
    row.key = body.required("key", 48);
    if (!row.key.isEmpty() && !row.key.matches(KEY)) {
      body.fault("key", "key.pattern");
    }
    row.name = body.required("name", NAME);
    row.members.addAll(members(body));
    body.refuse();
    if (rows.count("key", row.key) > 0) {
      throw ProblemException.of(ErrorCode.KEY_TAKEN, row.key);
    }
    rows.persistAndFlush(row);
    cache.changed();
    return row.toRole();
  }

  /** The key never changes: apps and processes name it. */
  @Transactional
  public OrgRole change(Authority who, UUID id, JsonBody body) {
    var row = find(id);
    require(who);
    if (body.has("name")) {
      row.name = body.required("name", NAME);
    }
    if (body.has("members")) {
      var members = members(body);
      row.members.retainAll(members);
      row.members.addAll(members);
    }
    body.refuse();
    rows.flush();
    cache.changed();
    return row.toRole();
  }

  @Transactional
  public void delete(Authority who, UUID id) {
    var row = find(id);
    require(who);
    rows.delete(row);
    rows.flush();
    cache.changed();
  }

  private HashSet<UUID> members(JsonBody body) {
    var sent = new HashSet<>(body.ids("members"));
    if (!organisation.persons(sent).containsAll(sent)) {
      body.fault("members", "person.unknown");
    }
    return sent;
  }

  private RoleRow find(UUID id) {
    return rows.findByIdOptional(id).orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  private static void require(Authority who) {
    if (!who.overAll()) {
      throw ProblemException.of(ErrorCode.NOT_ALLOWED);
    }
  }
}
