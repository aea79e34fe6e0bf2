package io.tangram.core.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code post}, for writing; the outside sees {@link Post}. */
@Entity
@Table(name = "post")
class PostRow {
  @Id UUID id;
  UUID person;
  UUID unit;
  String position;
  boolean leader;

  @Column(name = "valid_from")
  LocalDate from;

  @Column(name = "valid_until")
  LocalDate until;

  Post toPost() {
    return new Post(
        id, person, unit, position, leader, Optional.ofNullable(from), Optional.ofNullable(until));
  }

  void take(Post post) {
    id = post.id();
    person = post.person();
    unit = post.unit();
    position = post.position();
    leader = post.leader();
    from = post.from().orElse(null);
    until = post.until().orElse(null);
  }
}
