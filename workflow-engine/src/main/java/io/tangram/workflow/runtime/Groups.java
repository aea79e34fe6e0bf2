package io.tangram.workflow.runtime;

import io.tangram.core.access.RoleMembers;
import io.tangram.core.metadata.AppVersion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to an app's permission groups. */
@Singleton
class Groups {
  private final RoleMembers members;

  @Inject
  Groups(RoleMembers members) {
    this.members = members;
  }

  /** Empty where the app has no group of that key. */
  Optional<Collection<UUID>> members(AppVersion version, String key) {
    return members.people(version, key).map(people -> people);
  }
}
