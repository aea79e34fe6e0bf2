package io.tangram.core.organisation;

import static org.jooq.impl.DSL.val;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads persons, posts, roles and administrators by statement; never writes, keeps nothing. */
@Singleton
class People {
  private static final String VALID =
      "(valid_from is null or valid_from <= {1}) and (valid_until is null or valid_until >= {1})";
  static final String POST =
      "select id, person, unit, position, leader, valid_from, valid_until from post where ";

  private final DSLContext db;

  @Inject
  People(DSLContext db) {
    this.db = db;
  }

  Optional<Person> find(UUID id) {
    return db.resultQuery(
            "select id, username, name, locale, active from person where id = {0}", val(id))
        .fetchOptional(People::toPerson);
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    return db.resultQuery("select id, name from person where id = any({0})", array(ids))
        .fetchMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class));
  }

  Set<UUID> active(Collection<UUID> ids) {
    return ids("select id from person where active and id = any({0})", array(ids));
  }

  List<Post> posts(UUID person, LocalDate day) {
    return db.resultQuery(
            POST + "person = {0} and " + VALID + " order by created_at, id", val(person), val(day))
        .fetch(People::toPost);
  }

  Optional<Post> post(UUID id) {
    return db.resultQuery(POST + "id = {0}", val(id)).fetchOptional(People::toPost);
  }

  Set<UUID> roleMembers(String key) {
    return ids(
        "select m.person from org_role_member m join org_role r on r.id = m.role"
            + " join person p on p.id = m.person where r.key = {0} and p.active",
        val(key));
  }

  boolean roleExists(String key) {
    return db.resultQuery("select 1 from org_role where key = {0}", val(key))
        .fetchOptional()
        .isPresent();
  }

  Set<UUID> inUnits(Collection<UUID> units, LocalDate day) {
    return ids(
        "select distinct post.person from post join person p on p.id = post.person where active"
            + " and unit = any({0}) and "
            + VALID,
        array(units),
        val(day));
  }

  Set<UUID> holders(String position, LocalDate day) {
    return ids(
        "select distinct post.person from post join person p on p.id = post.person where active"
            + " and position = {0} and "
            + VALID,
        val(position),
        val(day));
  }

  List<UUID> administrators(List<UUID> nearestFirst) {
    return db
        .resultQuery(
            "select a.person from administrator a join person p on p.id = a.person where active"
                + " and unit = any({0}) order by array_position({0}, unit), p.created_at, p.id",
            array(nearestFirst))
        .fetch(row -> row.get(0, UUID.class))
        .stream()
        .distinct()
        .toList();
  }

  private Set<UUID> ids(String sql, org.jooq.QueryPart... binds) {
    return new HashSet<>(db.resultQuery(sql, binds).fetch(row -> row.get(0, UUID.class)));
  }

  private static org.jooq.Field<UUID[]> array(Collection<UUID> ids) {
    return val(ids.toArray(UUID[]::new));
  }

  static Person toPerson(Record row) {
    return new Person(
        row.get(0, UUID.class),
        row.get(1, String.class),
        row.get(2, String.class),
        Optional.ofNullable(row.get(3, String.class)),
        row.get(4, Boolean.class));
  }

  static Post toPost(Record row) {
    return new Post(
        row.get(0, UUID.class),
        row.get(1, UUID.class),
        row.get(2, UUID.class),
        row.get(3, String.class),
        row.get(4, Boolean.class),
        Optional.ofNullable(row.get(5, LocalDate.class)),
        Optional.ofNullable(row.get(6, LocalDate.class)));
  }
}
