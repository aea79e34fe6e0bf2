package io.tangram.core.organisation;

import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Pages through persons in the order of their names, as Chinese is sorted. Two statements a page;
 * it decides nothing about who may see what.
 */
@ApplicationScoped
public class PersonList {
  private static final String NAME = "p.name collate \"zh-x-icu\"";

  /** One page; {@code next} is the cursor of the one after it. */
  public record Page(List<Person> persons, Optional<String> next) {}

  private final DSLContext db;
  private final Organisation organisation;
  private final ObjectMapper json;

  @Inject
  PersonList(DSLContext db, Organisation organisation, ObjectMapper json) {
    this.db = db;
    this.organisation = organisation;
    this.json = json;
  }

  /**
   * @param search part of a name or username; empty for all
   * @param unit only who has a post in it or below
   * @param inactive whether those who left are wanted too
   * @param after cursor of the page before
   */
  public Page page(
      Optional<String> search,
      Optional<UUID> unit,
      boolean inactive,
      int limit,
      Optional<String> after) {
    Condition wanted = DSL.trueCondition();
    wanted = inactive ? wanted : wanted.and("p.active");
    wanted = search.map(this::contains).map(wanted::and).orElse(wanted);
    wanted = unit.map(this::inUnit).map(wanted::and).orElse(wanted);
    wanted = after.map(this::behind).map(wanted::and).orElse(wanted);
    var found =
        db.resultQuery(
                "select p.id, p.username, p.name, p.locale, p.active from person p where {0}"
                    + " order by "
                    + NAME
                    + ", p.id limit {1}",
                wanted,
                val(limit + 1))
            .fetch(People::toPerson);
    var page = found.subList(0, Math.min(limit, found.size()));
    return new Page(
        page, found.size() > limit ? Optional.of(cursor(page.get(limit - 1))) : Optional.empty());
  }

  /** All posts of the persons, also those over or still to come, by person. */
  public Map<UUID, List<Post>> posts(Collection<UUID> persons) {
    return db
        .resultQuery(
            People.POST + "person = any({0}) order by created_at, id",
            val(persons.toArray(UUID[]::new)))
        .fetch(People::toPost)
        .stream()
        .collect(Collectors.groupingBy(Post::person));
  }

  /** The units each of the persons administers. */
  public Map<UUID, Set<UUID>> administered(Collection<UUID> persons) {
    return db
        .resultQuery(
            "select person, unit from administrator where person = any({0})",
            val(persons.toArray(UUID[]::new)))
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(0, UUID.class),
                Collectors.mapping(row -> row.get(1, UUID.class), Collectors.toSet())));
  }

  private Condition contains(String part) {
    var escaped = part.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    return DSL.condition("p.search like {0}", val("%" + escaped + "%"));
  }

  private Condition inUnit(UUID unit) {
    return DSL.condition(
        "exists (select 1 from post where post.person = p.id and post.unit = any({0})"
            + " and (valid_until is null or valid_until >= {1}))",
        val(organisation.unitsBelow(unit).toArray(UUID[]::new)), val(organisation.today()));
  }

  private Condition behind(String cursor) {
    try {
      var place = json.readTree(Base64.getUrlDecoder().decode(cursor));
      if (!place.isArray() || place.size() != 2 || !place.path(0).isTextual()) {
        throw ProblemException.of(ErrorCode.CURSOR_INVALID);
      }
      return DSL.condition(
          "(" + NAME + ", p.id) > ({0}, {1})",
          val(place.get(0).textValue()),
          val(UUID.fromString(place.path(1).asText())));
    } catch (java.io.IOException | IllegalArgumentException e) {
      throw ProblemException.of(ErrorCode.CURSOR_INVALID);
    }
  }

  private String cursor(Person last) {
    JsonNode place = json.createArrayNode().add(last.name()).add(last.id().toString());
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(json.writeValueAsString(place).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("two texts cannot be written", e);
    }
  }
}
