package io.tangram.core.organisation;

import io.tangram.core.metadata.Ids;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.JsonBody;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and changes persons, their posts and what they administer. Nobody is deleted: whoever left
 * is no longer active. Passwords are not its business.
 */
@ApplicationScoped
public class Persons {
  private static final int NAME = 100;
  private static final int USERNAME = 64;

  private final PersonRepository rows;
  private final PostBook posts;
  private final Administrators administrators;
  private final UnitCache cache;

  @Inject
  Persons(PersonRepository rows, PostBook posts, Administrators administrators, UnitCache cache) {
    this.rows = rows;
    this.posts = posts;
    this.administrators = administrators;
    this.cache = cache;
  }

  /** A new person; somebody without a post belongs to the whole organisation's administrators. */
  @Transactional
  public Person create(Authority who, JsonBody body) {
    var row = new PersonRow();
    row.id = Ids.next();
    row.active = body.bool("active").orElse(true);
    row.locale = locale(body).orElse(null);
    row.call(username(body), body.required("name", NAME));
    body.refuse();
    refuseTaken(row);
    rows.persistAndFlush(row);
    posts.replace(who, row.id, body);
    administrators.replace(who, row.id, body);
    body.refuse();
    require(manages(who, row.id));
    cache.changed();
    return toPerson(row);
  }

  /**
   * Posts may be changed by who administers their units, all else by who administers the person.
   */
  @Transactional
  public Person change(Authority who, UUID id, JsonBody body) {
    var row = rows.findByIdOptional(id).orElseThrow(() -> notFound());
    if (body.hasOther("posts")) {
      require(manages(who, id));
    }
    row.call(
        body.has("username") ? username(body) : row.username,
        body.has("name") ? body.required("name", NAME) : row.name);
    if (body.has("locale")) {
      row.locale = locale(body).orElse(null);
    }
    body.refuse();
    body.bool("active").ifPresent(active -> activate(who, row, active));
    refuseTaken(row);
    rows.flush();
    if (body.has("posts")) {
      posts.replace(who, id, body);
    }
    if (body.has("administers")) {
      administrators.replace(who, id, body);
    }
    body.refuse();
    cache.changed();
    return toPerson(row);
  }

  @Transactional
  public void deactivate(Authority who, UUID id) {
    var row = rows.findByIdOptional(id).orElseThrow(() -> notFound());
    require(manages(who, id));
    activate(who, row, false);
    rows.flush();
    cache.changed();
  }

  /**
   * Whether all posts the person has or will have and all they administer lie within the authority.
   */
  public boolean manages(Authority who, UUID person) {
    if (who.overAll()) {
      return true;
    }
    var held = posts.unitsOf(person);
    return !held.isEmpty()
        && held.stream().allMatch(who::over)
        && administrators.unitsOf(person).stream().allMatch(who::over);
  }

  private void activate(Authority who, PersonRow row, boolean active) {
    if (!active && row.active && row.id.equals(who.person())) {
      throw ProblemException.of(ErrorCode.STATE_CONFLICT, row.name);
    }
    row.active = active;
  }

  private static String username(JsonBody body) {
    var username = body.required("username", USERNAME);
    if (username
        .codePoints()
        .anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      body.fault("username", "username.blank");
    }
    return username;
  }

  private Optional<String> locale(JsonBody body) {
    return body.choice("locale", word -> Optional.of(word).filter(Organisation.LOCALES::contains));
  }

  private void refuseTaken(PersonRow row) {
    if (rows.count("lower(username) = lower(?1) and id <> ?2", row.username, row.id) > 0) {
      throw ProblemException.of(ErrorCode.KEY_TAKEN, row.username);
    }
  }

  private static ProblemException notFound() {
    return ProblemException.of(ErrorCode.NOT_FOUND);
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw ProblemException.of(ErrorCode.NOT_ALLOWED);
    }
  }

  private Person toPerson(PersonRow row) {
    return new Person(row.id, row.username, row.name, Optional.ofNullable(row.locale), row.active);
  }
}
