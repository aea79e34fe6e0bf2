package io.tangram.core.identity;

import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.access.Actor;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.organisation.Post;
import io.tangram.core.organisation.Unit;
import io.tangram.core.problem.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** What a person sees of themselves and may change without an administrator. */
@ApplicationScoped
class Me {
  private final DSLContext db;
  private final Organisation organisation;
  private final Actors actors;
  private final Sessions sessions;
  private final Credentials credentials;

  @Inject
  Me(
      DSLContext db,
      Organisation organisation,
      Actors actors,
      Sessions sessions,
      Credentials credentials) {
    this.db = db;
    this.organisation = organisation;
    this.actors = actors;
    this.sessions = sessions;
    this.credentials = credentials;
  }

  MeAnswer show(Actor actor) {
    var person = organisation.person(actor.person()).orElseThrow();
    return new MeAnswer(
        person.id(),
        person.username(),
        person.name(),
        actor.locale().toLanguageTag(),
        actor.administrator(),
        actor.post().orElse(null),
        organisation.posts(person.id()).stream().map(this::toAnswer).toList(),
        actor.company().orElse(null),
        actor.department().orElse(null),
        new MeAnswer.OrganisationAnswer(
            organisation.root().map(Unit::name).orElse(""), organisation.zone().getId()),
        actor.administrator() || !actor.administers().isEmpty());
  }

  /** Acts in another of their posts from now on, in this session only. */
  @Transactional
  Actor actIn(Session session, JsonNode json) {
    var body = JsonBody.of(json, "post");
    var post = body.id("post");
    var mine =
        post.flatMap(
            id ->
                organisation.posts(session.person()).stream()
                    .filter(p -> p.id().equals(id))
                    .findFirst());
    if (mine.isEmpty()) {
      body.fault("post", "post.not-yours");
    }
    body.refuse();
    sessions.actIn(session.id(), mine.orElseThrow().id());
    return actors.find(session.person(), post).orElseThrow();
  }

  @Transactional
  Actor change(Session session, JsonNode json) {
    var body = JsonBody.of(json, "password", "locale");
    var locale =
        body.choice("locale", word -> Optional.of(word).filter(Organisation.LOCALES::contains));
    var password = body.object("password", "old", "new").map(p -> newPassword(session, p));
    body.refuse();
    locale.ifPresent(tag -> speak(session.person(), tag));
    password.ifPresent(p -> credentials.set(session.person(), p, Optional.of(session.id())));
    return actors.find(session.person(), session.actor().post()).orElseThrow();
  }

  private String newPassword(Session session, JsonBody body) {
    var old = body.raw("old", Credentials.LONGEST);
    if (old.isEmpty() || !credentials.matches(session.person(), old.get())) {
      body.fault("old", "password.wrong");
    }
    if (!body.has("new")) {
      body.fault("new", "body.required");
    }
    return credentials.read(body, "new").orElse("");
  }

  private void speak(UUID person, String locale) {
    db.query("update person set locale = {0} where id = {1}", val(locale), val(person)).execute();
    sessions.changed(person);
  }

  private MeAnswer.PostAnswer toAnswer(Post post) {
    var company = organisation.companyOf(post.unit()).flatMap(organisation::unit);
    return new MeAnswer.PostAnswer(
        post.id(),
        post.unit(),
        organisation.unit(post.unit()).map(Unit::name).orElse(""),
        company.map(Unit::id).orElse(null),
        company.map(Unit::name).orElse(""),
        post.position(),
        post.leader());
  }
}
