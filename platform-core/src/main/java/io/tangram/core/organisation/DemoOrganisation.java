package io.tangram.core.organisation;

import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Fills the demo: a group of two companies with their people, out of {@code
 * demo/organisation.json}. Ids come from the names in that file, so that a second run adds nothing
 * and changes nothing.
 */
@Singleton
public class DemoOrganisation {
  private static final String FILE = "/demo/organisation.json";

  private final DSLContext db;
  private final ObjectMapper json;
  private final UnitCache cache;

  @Inject
  DemoOrganisation(DSLContext db, ObjectMapper json, UnitCache cache) {
    this.db = db;
    this.json = json;
    this.cache = cache;
  }

  /** Ids of the demo's people; those who were there already stay as they are. */
  public List<UUID> fill() {
    var demo = read();
    var root = root(demo.path("name").asText());
    demo.path("units").forEach(unit -> unit(unit, root));
    var people = new ArrayList<UUID>();
    demo.path("people").forEach(person -> people.add(person(person)));
    demo.path("roles").forEach(this::role);
    cache.changed();
    return people;
  }

  /** The root keeps a name that somebody gave it. */
  private UUID root(String name) {
    db.query(
            "update org_unit set name = {0} where parent is null and name = {1}",
            val(name), val(Beginning.ROOT_NAME))
        .execute();
    return db.resultQuery("select id from org_unit where parent is null and closed_at is null")
        .fetchSingle(row -> row.get(0, UUID.class));
  }

  private void unit(JsonNode unit, UUID root) {
    var parent = unit.path("parent").asText();
    db.query(
            "insert into org_unit (id, parent, kind, name, position)"
                + " values ({0}, {1}, {2}, {3}, {4}) on conflict do nothing",
            val(id("unit", unit.path("key").asText())),
            val(parent.isEmpty() ? root : id("unit", parent)),
            val(unit.path("kind").asText()),
            val(unit.path("name").asText()),
            val(unit.path("position").asInt()))
        .execute();
  }

  private UUID person(JsonNode person) {
    var username = person.path("username").asText();
    var name = person.path("name").asText();
    var id = id("person", username);
    db.query(
            "insert into person (id, username, name, search) values ({0}, {1}, {2}, {3})"
                + " on conflict do nothing",
            val(id),
            val(username),
            val(name),
            val(
                (name + " " + person.path("pinyin").asText() + " " + username)
                    .toLowerCase(Locale.ROOT)))
        .execute();
    person.path("posts").forEach(post -> post(id, username, post));
    person.path("administers").forEach(unit -> administers(id, unit.asText()));
    return id;
  }

  private void post(UUID person, String username, JsonNode post) {
    var unit = post.path("unit").asText();
    db.query(
            "insert into post (id, person, unit, position, leader, created_at)"
                + " select {0}, p.id, {2}, {3}, {4}, p.created_at + {5} * interval '1 second'"
                + " from person p where p.id = {1} on conflict do nothing",
            val(id("post", username + "@" + unit)),
            val(person),
            val(id("unit", unit)),
            val(post.path("position").asText()),
            val(post.path("leader").asBoolean()),
            val(post.path("second").asBoolean() ? 1 : 0))
        .execute();
  }

  private void administers(UUID person, String unit) {
    db.query(
            "insert into administrator (person, unit) select id, {1} from person where id = {0}"
                + " on conflict do nothing",
            val(person), val(id("unit", unit)))
        .execute();
  }

  private void role(JsonNode role) {
    var key = role.path("key").asText();
    db.query(
            "insert into org_role (id, key, name) values ({0}, {1}, {2}) on conflict do nothing",
            val(id("role", key)), val(key), val(role.path("name").asText()))
        .execute();
    role.path("members")
        .forEach(
            member ->
                db.query(
                        "insert into org_role_member (role, person) select r.id, p.id from org_role"
                            + " r, person p where r.key = {0} and p.id = {1} on conflict do"
                            + " nothing",
                        val(key), val(id("person", member.asText())))
                    .execute());
  }

  private static UUID id(String kind, String key) {
    return UUID.nameUUIDFromBytes(
        ("tangram demo " + kind + " " + key).getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode read() {
    try (var file = DemoOrganisation.class.getResourceAsStream(FILE)) {
      return json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
