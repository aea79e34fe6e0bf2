package io.tangram.core.access;

import io.tangram.core.event.Notifications;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.organisation.Unit;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violations;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who belongs to which permission group. The named members of an app are kept in memory on each
 * node and forgotten when another node changes them; while nodes cannot hear each other they are
 * read anew each time.
 */
@ApplicationScoped
public class RoleMembers {
  private static final String TOPIC = "role-members";
  private static final int MOST_MEMBERS = 10_000;

  private final RoleMemberStore store;
  private final AppAdmins admins;
  private final MetadataCatalog catalog;
  private final Organisation organisation;
  private final Notifications notifications;
  private final Map<String, Map<RoleMember, Set<String>>> known = new ConcurrentHashMap<>();

  RoleMembers(
      RoleMemberStore store,
      AppAdmins admins,
      MetadataCatalog catalog,
      Organisation organisation,
      Notifications notifications) {
    this.store = store;
    this.admins = admins;
    this.catalog = catalog;
    this.organisation = organisation;
    this.notifications = notifications;
  }

  @PostConstruct
  void listen() {
    notifications.listen(
        TOPIC,
        new Notifications.Listener() {
          @Override
          public void told(String app) {
            known.remove(app);
          }

          @Override
          public void missed() {
            known.clear();
          }
        });
  }

  /** Keys of the groups the actor belongs to in this app, by rule or by name. */
  public Set<String> groups(AppVersion version, Actor actor) {
    var groups = new TreeSet<String>();
    var company = admins.company(version.app());
    for (var role : version.all(RoleDef.class).values()) {
      if (role.members().filter(rule -> rule.includes(actor, company)).isPresent()) {
        groups.add(role.key());
      }
    }
    var named = named(version.app());
    if (!named.isEmpty()) {
      add(named, RoleMember.Kind.PERSON, Set.of(actor.person()), groups);
      add(named, RoleMember.Kind.UNIT, actor.units(), groups);
      add(named, RoleMember.Kind.POSITION, actor.positions(), groups);
      add(named, RoleMember.Kind.ROLE, actor.roles(), groups);
    }
    return groups;
  }

  private static void add(
      Map<RoleMember, Set<String>> named, RoleMember.Kind kind, Set<?> ids, Set<String> groups) {
    for (var id : ids) {
      groups.addAll(named.getOrDefault(new RoleMember(kind, id.toString()), Set.of()));
    }
  }

  private Map<RoleMember, Set<String>> named(String app) {
    return notifications.live() ? known.computeIfAbsent(app, store::groups) : store.groups(app);
  }

  /**
   * Everybody who belongs to a group and may act, by rule or by name; empty where the app has no
   * group of that key. A statement per kind of membership.
   */
  public Optional<Set<UUID>> people(AppVersion version, String key) {
    return version.find(RoleDef.class, key).map(role -> people(version, role));
  }

  private Set<UUID> people(AppVersion version, RoleDef role) {
    var people = new HashSet<UUID>();
    role.members()
        .ifPresent(rule -> people.addAll(rule.people(directory(), admins.company(version.app()))));
    for (var member : store.members(version.app(), role.key())) {
      switch (member.kind()) {
        case PERSON -> people.add(UUID.fromString(member.id()));
        case UNIT -> people.addAll(organisation.membersOf(UUID.fromString(member.id())));
        case POSITION -> people.addAll(organisation.holders(member.id()));
        case ROLE -> people.addAll(organisation.roleMembers(member.id()));
      }
    }
    return people;
  }

  private MemberRule.Directory directory() {
    return new MemberRule.Directory() {
      @Override
      public Set<UUID> holders(String position) {
        return organisation.holders(position);
      }

      @Override
      public Set<UUID> roleMembers(String role) {
        return organisation.roleMembers(role);
      }

      @Override
      public Set<UUID> members(Optional<UUID> unit) {
        return unit.or(() -> organisation.root().map(Unit::id))
            .map(organisation::membersOf)
            .orElse(Set.of());
      }
    };
  }

  /** The named members of a group, in a fixed order. */
  public List<RoleMember> members(String app, String role, Actor actor) {
    mayManage(app, role, actor);
    return store.members(app, role);
  }

  /**
   * Replaces the named members.
   *
   * @throws ProblemException {@code VALUES_INVALID} with a pointer per member that is not there;
   *     {@code NOT_ALLOWED} for whoever does not administer the app
   */
  @Transactional
  public List<RoleMember> replace(String app, String role, List<RoleMember> members, Actor actor) {
    mayManage(app, role, actor);
    refuseUnknown(members);
    store.replace(app, role, Set.copyOf(members));
    notifications.sendInTransaction(TOPIC, app);
    return store.members(app, role);
  }

  private void mayManage(String app, String role, Actor actor) {
    var version = catalog.current(app);
    if (!admins.administers(app, actor)) {
      // a stranger is not told that the app is there
      throw ProblemException.of(
          groups(version, actor).isEmpty() ? ErrorCode.NOT_FOUND : ErrorCode.NOT_ALLOWED);
    }
    if (version.find(RoleDef.class, role).isEmpty()) {
      throw ProblemException.of(ErrorCode.NOT_FOUND);
    }
  }

  private void refuseUnknown(List<RoleMember> members) {
    var violations = new Violations();
    if (members.size() > MOST_MEMBERS) {
      violations.add("", "role.members-too-many", MOST_MEMBERS);
    }
    var persons = organisation.persons(ids(members, RoleMember.Kind.PERSON));
    var units = organisation.unitsAmong(ids(members, RoleMember.Kind.UNIT));
    for (var i = 0; i < members.size(); i++) {
      var member = members.get(i);
      var there =
          switch (member.kind()) {
            case PERSON -> id(member).filter(persons::contains).isPresent();
            case UNIT -> id(member).filter(units::contains).isPresent();
            case POSITION -> !member.id().isBlank();
            case ROLE -> organisation.roleExists(member.id());
          };
      if (!there) {
        violations.add("/" + i, "role.member-unknown");
      }
    }
    violations.refuse(ErrorCode.VALUES_INVALID);
  }

  private static List<UUID> ids(List<RoleMember> members, RoleMember.Kind kind) {
    return members.stream().filter(m -> m.kind() == kind).flatMap(m -> id(m).stream()).toList();
  }

  private static Optional<UUID> id(RoleMember member) {
    try {
      return Optional.of(UUID.fromString(member.id()));
    } catch (IllegalArgumentException e) {
      // not an id at all: as unknown as one that names nobody
      return Optional.empty();
    }
  }
}
