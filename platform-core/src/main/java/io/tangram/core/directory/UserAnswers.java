package io.tangram.core.directory;

import io.tangram.core.access.Actor;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.organisation.Person;
import io.tangram.core.organisation.PersonList;
import io.tangram.core.organisation.Post;
import io.tangram.core.organisation.Unit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Shows a page of persons to somebody, each with as much as that one may see. */
@Singleton
class UserAnswers {
  private final PersonList list;
  private final Organisation organisation;

  @Inject
  UserAnswers(PersonList list, Organisation organisation) {
    this.list = list;
    this.organisation = organisation;
  }

  List<UserAnswer> of(Actor actor, List<Person> persons) {
    var ids = persons.stream().map(Person::id).toList();
    var posts = list.posts(ids);
    var administered = list.administered(ids);
    return persons.stream()
        .map(
            person ->
                answer(
                    actor,
                    person,
                    posts.getOrDefault(person.id(), List.of()),
                    administered.getOrDefault(person.id(), Set.of())))
        .toList();
  }

  private UserAnswer answer(Actor actor, Person person, List<Post> posts, Set<UUID> administers) {
    var whole =
        actor.administrator()
            || actor.person().equals(person.id())
            || posts.stream().anyMatch(post -> actor.administers(post.unit()));
    var today = organisation.today();
    var shown =
        posts.stream().filter(post -> whole || post.validOn(today)).map(this::answer).toList();
    return whole
        ? new UserAnswer(
            person.id(),
            person.username(),
            person.name(),
            person.active(),
            person.locale().orElse(null),
            List.copyOf(administers),
            shown)
        : new UserAnswer(person.id(), null, person.name(), null, null, null, shown);
  }

  private UserAnswer.PostAnswer answer(Post post) {
    var company = organisation.companyOf(post.unit()).flatMap(organisation::unit);
    return new UserAnswer.PostAnswer(
        post.id(),
        post.unit(),
        organisation.unit(post.unit()).map(Unit::name).orElse(""),
        company.map(Unit::id).orElse(null),
        company.map(Unit::name).orElse(""),
        post.position(),
        post.leader(),
        post.from().orElse(null),
        post.until().orElse(null));
  }
}
