package io.tangram.core.identity;

import static org.jooq.impl.DSL.val;

import io.tangram.core.access.Actor;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.organisation.Post;
import io.tangram.core.organisation.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Makes an {@link Actor} out of a person and a post, with all that permissions ask for. It checks
 * no password and knows no session.
 */
@ApplicationScoped
public class Actors {
  private static final String WHO =
      "select name, locale, array(select r.key from org_role r join org_role_member m on m.role ="
          + " r.id where m.person = p.id), array(select unit from administrator a where a.person ="
          + " p.id) from person p where active and id = {0}";

  private final DSLContext db;
  private final Organisation organisation;

  @Inject
  Actors(DSLContext db, Organisation organisation) {
    this.db = db;
    this.organisation = organisation;
  }

  /** The person in their first post; empty when unknown or no longer active. */
  public Optional<Actor> find(UUID person) {
    return find(person, Optional.empty());
  }

  /** The person in this post if it is theirs and valid today, else in their first. */
  public Optional<Actor> find(UUID person, Optional<UUID> post) {
    return db.resultQuery(WHO, val(person))
        .fetchOptional()
        .map(
            row ->
                actor(
                    person,
                    row.get(0, String.class),
                    Optional.ofNullable(row.get(1, String.class)),
                    Set.of(row.get(2, String[].class)),
                    List.of(row.get(3, UUID[].class)),
                    organisation.posts(person),
                    post));
  }

  private Actor actor(
      UUID person,
      String name,
      Optional<String> locale,
      Set<String> roles,
      List<UUID> administered,
      List<Post> posts,
      Optional<UUID> wanted) {
    var acting =
        posts.stream()
            .filter(post -> wanted.map(post.id()::equals).orElse(true))
            .findFirst()
            .or(() -> posts.stream().findFirst());
    var units = new HashSet<UUID>();
    var positions = new HashSet<String>();
    for (var post : posts) {
      organisation.unitsAbove(post.unit()).forEach(unit -> units.add(unit.id()));
      positions.add(post.position());
    }
    var administers = new HashSet<UUID>();
    administered.forEach(unit -> administers.addAll(organisation.unitsBelow(unit)));
    return new Actor(
        person,
        name,
        acting.map(Post::id),
        acting.flatMap(post -> organisation.companyOf(post.unit())),
        acting.map(Post::unit),
        acting.map(post -> organisation.unitsBelow(post.unit())).orElse(Set.of()),
        units,
        positions,
        roles,
        administers,
        organisation.root().map(Unit::id).filter(administered::contains).isPresent(),
        Locale.forLanguageTag(locale.orElseGet(organisation::locale)));
  }
}
