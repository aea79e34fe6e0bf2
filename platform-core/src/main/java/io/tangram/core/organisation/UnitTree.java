package io.tangram.core.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All units at one moment, closed ones too. Pure: no connection, no clock. */
final class UnitTree {
  private final Map<UUID, Unit> units;
  private final Map<UUID, List<Unit>> below = new HashMap<>();
  private final List<Unit> order = new ArrayList<>();

  UnitTree(Collection<Unit> all) {
    var byId = new LinkedHashMap<UUID, Unit>();
    all.forEach(unit -> byId.put(unit.id(), unit));
    units = byId;
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(Unit::position).thenComparing(Unit::name));
    for (var unit : sorted) {
      unit.parent().ifPresent(p -> below.computeIfAbsent(p, x -> new ArrayList<>()).add(unit));
    }
    sorted.stream().filter(unit -> unit.parent().isEmpty()).forEach(this::append);
  }

  private void append(Unit unit) {
    order.add(unit);
    below.getOrDefault(unit.id(), List.of()).forEach(this::append);
  }

  Optional<Unit> find(UUID id) {
    return Optional.ofNullable(units.get(id));
  }

  /** Each unit after the one above it, as a tree is read from top to bottom; closed ones not. */
  List<Unit> open() {
    return order.stream().filter(unit -> !unit.closed()).toList();
  }

  Optional<Unit> root() {
    return order.stream().filter(u -> u.parent().isEmpty() && !u.closed()).findFirst();
  }

  /** The unit itself first, the root last; empty for an unknown one. */
  List<Unit> upwards(UUID id) {
    var path = new ArrayList<Unit>();
    for (var unit = units.get(id);
        unit != null;
        unit = unit.parent().map(units::get).orElse(null)) {
      path.add(unit);
    }
    return path;
  }

  /** The unit and all below it, closed ones too, since records may still belong to them. */
  Set<UUID> downwards(UUID id) {
    var found = new LinkedHashSet<UUID>();
    if (units.containsKey(id)) {
      gather(id, found);
    }
    return found;
  }

  private void gather(UUID id, Set<UUID> found) {
    found.add(id);
    below.getOrDefault(id, List.of()).forEach(unit -> gather(unit.id(), found));
  }

  /** The nearest company upwards; the root for what stands above all companies. */
  Optional<UUID> company(UUID id) {
    var path = upwards(id);
    return path.stream()
        .filter(unit -> unit.kind() == UnitKind.COMPANY)
        .findFirst()
        .or(() -> path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1)))
        .map(Unit::id);
  }

  /**
   * Who leads somebody who works in the unit, nearest first: the heads from there upwards, each
   * once, never themselves.
   */
  List<UUID> leaders(UUID person, UUID unit) {
    var found = new LinkedHashSet<UUID>();
    upwards(unit).forEach(above -> above.head().ifPresent(found::add));
    found.remove(person);
    return List.copyOf(found);
  }
}
