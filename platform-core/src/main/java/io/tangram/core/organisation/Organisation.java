package io.tangram.core.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the rest of the house asks about people and units. The tree is kept in memory on each node;
 * people are asked for by statement, a whole page at a time. It changes nothing.
 *
 * <p>Posts count on the days they are valid, in the organisation's zone. "Below" includes the unit
 * itself.
 */
@ApplicationScoped
public class Organisation {
  /** Language tags in which the house speaks. */
  public static final Set<String> LOCALES = Set.of("zh-CN", "en");

  private final UnitCache units;
  private final People people;
  private final Clock clock;

  @Inject
  Organisation(UnitCache units, People people, Clock clock) {
    this.units = units;
    this.people = people;
    this.clock = clock;
  }

  // ---- people

  public Optional<Person> person(UUID id) {
    return people.find(id);
  }

  /** Names of persons and units alike; ids that are neither are absent. One statement at most. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    var found = new HashMap<UUID, String>();
    var others = new HashSet<UUID>();
    for (var id : ids) {
      var unit = tree().find(id);
      unit.ifPresentOrElse(u -> found.put(id, u.name()), () -> others.add(id));
    }
    if (!others.isEmpty()) {
      found.putAll(people.names(others));
    }
    return found;
  }

  /** Those of the ids that are persons, active or not. */
  public Set<UUID> persons(Collection<UUID> ids) {
    return ids.isEmpty() ? Set.of() : people.names(ids).keySet();
  }

  /** Those of the ids that are persons who may act. */
  public Set<UUID> activePersons(Collection<UUID> ids) {
    return ids.isEmpty() ? Set.of() : people.active(ids);
  }

  /** The person's posts that are valid today, the oldest first. */
  public List<Post> posts(UUID person) {
    return people.posts(person, today());
  }

  /** A post, valid today or not. */
  public Optional<Post> post(UUID id) {
    return people.post(id);
  }

  /** Active members of an organisation role; empty for an unknown key. */
  public Set<UUID> roleMembers(String roleKey) {
    return people.roleMembers(roleKey);
  }

  public boolean roleExists(String roleKey) {
    return people.roleExists(roleKey);
  }

  /** Active persons with a post in the unit or below it. */
  public Set<UUID> membersOf(UUID unit) {
    return people.inUnits(unitsBelow(unit), today());
  }

  /** Active persons who hold a post of this name anywhere. */
  public Set<UUID> holders(String position) {
    return people.holders(position, today());
  }

  /** Active persons who administer the unit or one above it, the nearest unit's first. */
  public List<UUID> administratorsOf(UUID unit) {
    return people.administrators(tree().upwards(unit).stream().map(Unit::id).toList());
  }

  // ---- leaders

  /**
   * The person's leader, {@code level} steps up (1 is the direct one): heads of the post's unit and
   * of those above it, each counted once, the person left out. Without a post their oldest counts.
   */
  public Optional<UUID> leaderOf(UUID person, Optional<UUID> post, int level) {
    var chain = leadersOf(person, post);
    return level >= 1 && level <= chain.size()
        ? Optional.of(chain.get(level - 1))
        : Optional.empty();
  }

  /** All leaders of the person, the direct one first. */
  public List<UUID> leadersOf(UUID person, Optional<UUID> post) {
    var acting = post.flatMap(this::post).filter(p -> p.person().equals(person));
    return acting
        .or(() -> posts(person).stream().findFirst())
        .map(p -> tree().leaders(person, p.unit()))
        .orElse(List.of());
  }

  /** Head of the unit {@code levelsUp} above this one; 0 is the unit's own. */
  public Optional<UUID> unitHead(UUID unit, int levelsUp) {
    var path = tree().upwards(unit);
    return levelsUp >= 0 && levelsUp < path.size() ? path.get(levelsUp).head() : Optional.empty();
  }

  // ---- units

  public Optional<Unit> unit(UUID id) {
    return tree().find(id);
  }

  /** Those of the ids that are units. */
  public Set<UUID> unitsAmong(Collection<UUID> ids) {
    var found = new HashSet<UUID>();
    ids.stream().filter(id -> tree().find(id).isPresent()).forEach(found::add);
    return found;
  }

  /** All open units, each after the one above it. */
  public List<Unit> units() {
    return tree().open();
  }

  /** The unit itself first, the root last. */
  public List<Unit> unitsAbove(UUID unit) {
    return tree().upwards(unit);
  }

  public Set<UUID> unitsBelow(UUID unit) {
    return tree().downwards(unit);
  }

  /** The company the unit belongs to; the root for units above all companies. */
  public Optional<UUID> companyOf(UUID unit) {
    return tree().company(unit);
  }

  /** The top of the tree; empty before the first unit is made. */
  public Optional<Unit> root() {
    return tree().root();
  }

  // ---- the organisation itself

  /** The zone that counts for TODAY, relative dates and serial numbers. */
  public ZoneId zone() {
    return units.get().zone();
  }

  /** The language of whoever chose none. */
  public String locale() {
    return units.get().locale();
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(zone()));
  }

  /**
   * Calls when people, posts, units, roles or administrators have changed on any node, or may have.
   * It must only forget.
   */
  public void whenChanged(Runnable follower) {
    units.whenChanged(follower);
  }

  private UnitTree tree() {
    return units.get().tree();
  }
}
