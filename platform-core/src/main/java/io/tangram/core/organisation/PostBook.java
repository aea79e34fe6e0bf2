package io.tangram.core.organisation;

import io.tangram.core.metadata.Ids;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.JsonBody;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A person's posts as a list that replaces the one before. Every post added, changed or taken away
 * must lie within the caller's authority; the others must come back as they were.
 */
@Singleton
class PostBook {
  static final String[] MEMBERS = {"id", "unit", "position", "leader", "from", "until"};

  private static final int POSITION = 60;

  private final PostRepository rows;
  private final Organisation organisation;

  @Inject
  PostBook(PostRepository rows, Organisation organisation) {
    this.rows = rows;
    this.organisation = organisation;
  }

  /** Units of the posts that are not over. */
  Set<UUID> unitsOf(UUID person) {
    return rows
        .list("person = ?1 and (until is null or until >= ?2)", person, organisation.today())
        .stream()
        .map(row -> row.unit)
        .collect(Collectors.toSet());
  }

  void replace(Authority who, UUID person, JsonBody body) {
    var before =
        rows.list("person", person).stream().collect(Collectors.toMap(row -> row.id, row -> row));
    var sent = new ArrayList<Post>();
    for (var item : body.objects("posts", MEMBERS)) {
      sent.add(read(item, person, before.keySet()));
    }
    body.refuse();
    for (var post : sent) {
      var row = before.remove(post.id());
      if (row == null) {
        require(who, post.unit());
        add(post);
      } else if (!row.toPost().equals(post)) {
        require(who, row.unit);
        require(who, post.unit());
        row.take(post);
      }
    }
    before.values().forEach(row -> remove(who, row));
    rows.flush();
  }

  private void add(Post post) {
    var row = new PostRow();
    row.take(post);
    rows.persist(row);
  }

  /** A post once held is only ended, since sessions and tasks may name it. */
  private void remove(Authority who, PostRow row) {
    var yesterday = organisation.today().minusDays(1);
    if (row.until != null && !row.until.isAfter(yesterday)) {
      return;
    }
    require(who, row.unit);
    if (row.from != null && row.from.isAfter(yesterday)) {
      row.from = yesterday;
    }
    row.until = yesterday;
  }

  private Post read(JsonBody item, UUID person, Set<UUID> known) {
    var id = item.id("id");
    if (id.isPresent() && !known.contains(id.get())) {
      item.fault("id", "post.unknown");
    }
    var unit = item.id("unit");
    if (unit.flatMap(organisation::unit).filter(u -> !u.closed()).isEmpty()) {
      item.fault("unit", "unit.unknown");
    }
    var from = item.date("from");
    var until = item.date("until");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      item.fault("until", "post.ends-before");
    }
    return new Post(
        id.orElseGet(Ids::next),
        person,
        unit.orElse(person),
        item.text("position", POSITION).orElse(""),
        item.bool("leader").orElse(false),
        from,
        until);
  }

  private static void require(Authority who, UUID unit) {
    if (!who.over(unit)) {
      throw ProblemException.of(ErrorCode.NOT_ALLOWED);
    }
  }
}
