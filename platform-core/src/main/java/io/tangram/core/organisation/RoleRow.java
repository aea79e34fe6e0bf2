package io.tangram.core.organisation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A row of {@code org_role} with its members; the outside sees {@link OrgRole}. */
@Entity
@Table(name = "org_role")
class RoleRow {
  @Id UUID id;
  String key;
  String name;

  @ElementCollection
  @CollectionTable(name = "org_role_member", joinColumns = @JoinColumn(name = "role"))
  @Column(name = "person")
  Set<UUID> members = new HashSet<>();

  OrgRole toRole() {
    return new OrgRole(id, key, name, members);
  }
}
