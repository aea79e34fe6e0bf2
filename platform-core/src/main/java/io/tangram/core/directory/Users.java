package io.tangram.core.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.access.Actor;
import io.tangram.core.identity.Credentials;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.organisation.Person;
import io.tangram.core.organisation.PersonList;
import io.tangram.core.organisation.Persons;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.JsonBody;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Persons together with their passwords, since both are given at once: a person, the password and
 * the end of old sessions are one transaction.
 */
@ApplicationScoped
class Users {
  private static final String[] MEMBERS = {
    "username", "name", "password", "locale", "active", "posts", "administers"
  };

  private final Persons persons;
  private final PersonList list;
  private final Organisation organisation;
  private final Credentials credentials;
  private final UserAnswers answers;

  @Inject
  Users(
      Persons persons,
      PersonList list,
      Organisation organisation,
      Credentials credentials,
      UserAnswers answers) {
    this.persons = persons;
    this.list = list;
    this.organisation = organisation;
    this.credentials = credentials;
    this.answers = answers;
  }

  Items<UserAnswer> page(
      Actor actor,
      Optional<String> search,
      Optional<UUID> unit,
      int limit,
      Optional<String> after) {
    var sees = actor.administrator() || !actor.administers().isEmpty();
    var page = list.page(search, unit, sees, limit, after);
    return new Items<>(answers.of(actor, page.persons()), page.next().orElse(null));
  }

  UserAnswer get(Actor actor, UUID id) {
    return organisation
        .person(id)
        .map(person -> answer(actor, person))
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  @Transactional
  UserAnswer create(Actor actor, JsonNode json) {
    var body = JsonBody.of(json, MEMBERS);
    var password = credentials.read(body, "password");
    var person = persons.create(new ActorAuthority(actor), body);
    password.ifPresent(p -> credentials.set(person.id(), p, Optional.empty()));
    return answer(actor, person);
  }

  @Transactional
  UserAnswer change(Actor actor, UUID id, JsonNode json) {
    var body = JsonBody.of(json, MEMBERS);
    var password = credentials.read(body, "password");
    var person = persons.change(new ActorAuthority(actor), id, body);
    password.ifPresent(p -> credentials.set(id, p, Optional.empty()));
    if (!person.active()) {
      credentials.revoke(id);
    }
    return answer(actor, person);
  }

  @Transactional
  void deactivate(Actor actor, UUID id) {
    persons.deactivate(new ActorAuthority(actor), id);
    credentials.revoke(id);
  }

  private UserAnswer answer(Actor actor, Person person) {
    return answers.of(actor, List.of(person)).get(0);
  }
}
