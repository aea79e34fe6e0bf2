package io.tangram.core.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code org_unit}, for writing; the outside sees {@link Unit}. */
@Entity
@Table(name = "org_unit")
class UnitRow {
  @Id UUID id;
  UUID parent;
  String kind;
  String name;
  UUID head;
  int position;

  @Column(name = "closed_at")
  Instant closedAt;
}
