package io.tangram.core.access;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * A named member of a permission group.
 *
 * @param id of the person or unit; the name of the position; the key of the organisation's role
 */
public record RoleMember(Kind kind, String id) {
  /** What an id names. A unit stands for itself and all units below it. */
  public enum Kind {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("unit")
    UNIT,
    @JsonProperty("position")
    POSITION,
    @JsonProperty("role")
    ROLE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RoleMember {
    requireNonNull(kind, "kind is null");
    requireNonNull(id, "id is null");
  }
}
