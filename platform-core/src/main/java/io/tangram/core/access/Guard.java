package io.tangram.core.access;

import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.organisation.Organisation;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a person may do with the rows of a table. It reads no rows. */
@Singleton
public class Guard {
  private static final Set<String> EVERYTHING = Set.of("*");

  private record Key(String table, Set<String> groups, List<Long> others) {}

  private final RoleMembers members;
  private final AppAdmins admins;
  private final RowScopes scopes;
  private final RecordGrants grants;
  private final MetadataCatalog catalog;
  private final Organisation organisation;
  private final Clock clock;

  Guard(
      RoleMembers members,
      AppAdmins admins,
      RowScopes scopes,
      RecordGrants grants,
      MetadataCatalog catalog,
      Organisation organisation,
      Clock clock) {
    this.members = members;
    this.admins = admins;
    this.scopes = scopes;
    this.grants = grants;
    this.catalog = catalog;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** The rights of this person on this table; without any group, only participation is left. */
  public TableRights rights(AppVersion version, TableDef table, Actor actor) {
    var groups =
        admins.administers(version.app(), actor) ? EVERYTHING : members.groups(version, actor);
    // a filter may lead into another app, whose columns change with its own versions
    var others = version.targets().stream().map(app -> number(app)).toList();
    return version.derived(
        new Key(table.key(), groups, others), key -> make(version, table, key.groups()));
  }

  /**
   * Tables that no group opens to this person, but some record of which lets them in: an approver
   * sees what they decide about.
   */
  public Set<String> takingPart(AppVersion version, Actor actor) {
    var closed =
        version.all(TableDef.class).values().stream()
            .filter(table -> !rights(version, table, actor).anything())
            .map(TableDef::key)
            .collect(Collectors.toSet());
    if (!closed.isEmpty()) {
      closed.retainAll(grants.tables(version.app(), actor));
    }
    return closed;
  }

  private long number(String app) {
    return catalog.find(app).map(AppVersion::number).orElse(0L);
  }

  private TableRights make(AppVersion version, TableDef table, Set<String> groups) {
    var grants =
        version.all(RoleDef.class).values().stream()
            .filter(role -> groups.contains(role.key()))
            .flatMap(role -> role.grants().stream())
            .filter(grant -> grant.table().equals(table.key()))
            .toList();
    return new TableRights(
        version.app(),
        table,
        grants,
        groups == EVERYTHING || groups.equals(EVERYTHING),
        scopes.rows(version, table, "t"));
  }

  /** What statements ask of the person and the moment. */
  public Asking asking(Actor actor) {
    var now = clock.instant();
    return new Asking(
        actor,
        now.atZone(organisation.zone()).toLocalDate(),
        OffsetDateTime.ofInstant(now, java.time.ZoneOffset.UTC));
  }
}
