package io.tangram.core.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who belongs to a permission group without being named. */
public sealed interface MemberRule {
  /**
   * @param company the company the app belongs to; empty for an app of the whole organisation
   */
  boolean includes(Actor actor, Optional<UUID> company);

  /** All people it includes, as far as they may act. */
  Set<UUID> people(Directory directory, Optional<UUID> company);

  /** What a rule asks of the organisation. */
  interface Directory {
    Set<UUID> holders(String position);

    Set<UUID> roleMembers(String role);

    /** Everybody with a post in the unit or below it; with a post anywhere, if empty. */
    Set<UUID> members(Optional<UUID> unit);
  }

  /** Whoever holds a post of this name. */
  record Position(String name) implements MemberRule {
    @Override
    public boolean includes(Actor actor, Optional<UUID> company) {
      return actor.positions().contains(name);
    }

    @Override
    public Set<UUID> people(Directory directory, Optional<UUID> company) {
      return directory.holders(name);
    }
  }

  /** Members of a role of the organisation. */
  record OrganisationRole(String key) implements MemberRule {
    @Override
    public boolean includes(Actor actor, Optional<UUID> company) {
      return actor.roles().contains(key);
    }

    @Override
    public Set<UUID> people(Directory directory, Optional<UUID> company) {
      return directory.roleMembers(key);
    }
  }

  /** Everybody who acts in a post of the app's company; everybody with a post, if it has none. */
  record Company() implements MemberRule {
    @Override
    public boolean includes(Actor actor, Optional<UUID> company) {
      return actor.post().isPresent() && (company.isEmpty() || company.equals(actor.company()));
    }

    @Override
    public Set<UUID> people(Directory directory, Optional<UUID> company) {
      return directory.members(company);
    }
  }

  /** Everybody with a post anywhere in the organisation. */
  record Organisation() implements MemberRule {
    @Override
    public boolean includes(Actor actor, Optional<UUID> company) {
      return actor.post().isPresent();
    }

    @Override
    public Set<UUID> people(Directory directory, Optional<UUID> company) {
      return directory.members(Optional.empty());
    }
  }
}
