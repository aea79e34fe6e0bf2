package io.tangram.core.organisation;

import java.util.Set;
import java.util.UUID;

/**
 * A role that runs through the organisation, such as {@code hr}; apps and processes name it by key.
 */
public record OrgRole(UUID id, String key, String name, Set<UUID> members) {
  public OrgRole {
    members = Set.copyOf(members);
  }
}
