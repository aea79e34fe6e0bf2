package io.tangram.core.access;

import static java.util.Objects.requireNonNull;

import io.tangram.core.metadata.Label;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A permission group: who belongs to it by rule, and what its members may do. Named members are
 * data ({@link RoleMembers}), not part of the design.
 *
 * @param key the document's path without folder and ending
 */
public record RoleDef(String key, Label label, Optional<MemberRule> members, List<Grant> grants) {
  public RoleDef {
    requireNonNull(key, "key is null");
    grants = List.copyOf(grants);
  }

  /**
   * Some actions on some rows and fields of one table.
   *
   * @param fields counts for reading and writing alike
   */
  public record Grant(String key, String table, Set<May> may, RowRule rows, FieldRights fields) {
    public Grant {
      requireNonNull(table, "table is null");
      may = Set.copyOf(may);
    }
  }
}
