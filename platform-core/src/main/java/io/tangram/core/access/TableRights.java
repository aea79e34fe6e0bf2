package io.tangram.core.access;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.tangram.core.access.RoleDef.Grant;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;

/**
 * What the members of some permission groups may do with one table, as SQL over the alias {@code
 * t}. Made once per version, table and set of groups; it knows no person.
 */
public final class TableRights {
  /**
   * Rows on which the same fields are open.
   *
   * @param fields keys of the open fields
   * @param rows the predicate; empty for all rows
   */
  public record Mask(Set<String> fields, Optional<SqlText> rows) {}

  private final String app;
  private final TableDef table;
  private final List<Grant> grants;
  private final boolean everything;
  private final RowScope scope;
  private final Map<May, Optional<SqlText>> rows = new LinkedHashMap<>();
  private final ConcurrentHashMap<String, Object> derived = new ConcurrentHashMap<>();
  private final Set<String> known;
  private final List<Mask> readMasks;
  private final List<Mask> writeMasks;

  TableRights(String app, TableDef table, List<Grant> grants, boolean everything, RowScope scope) {
    this.app = app;
    this.table = table;
    this.grants = grants;
    this.everything = everything;
    this.scope = scope;
    for (var may : May.values()) {
      rows.put(may, everything ? Optional.empty() : Optional.of(SqlText.of(predicate(may))));
    }
    this.known = knownFields();
    this.readMasks = masks(May.READ, FieldRights::readable);
    this.writeMasks = masks(May.UPDATE, FieldRights::writable);
  }

  /** A text that follows from these rights alone, made once. */
  public <V> V derived(String key, Supplier<V> make) {
    var known = derived.get(key);
    if (known == null) {
      var made = make.get();
      known = Optional.ofNullable(derived.putIfAbsent(key, made)).orElse(made);
    }
    @SuppressWarnings("unchecked")
    var value = (V) known;
    return value;
  }

  /** Whether there are no limits at all: somebody who administers the app. */
  public boolean everything() {
    return everything;
  }

  /** Whether some row might be reached; participation in a record is not counted. */
  public boolean may(May may) {
    return everything || grants.stream().anyMatch(g -> g.may().contains(may));
  }

  /** Whether any group gives any right on the table. */
  public boolean anything() {
    return everything || grants.stream().anyMatch(grant -> !grant.may().isEmpty());
  }

  /** The rows on which it is allowed, participation included; empty for all rows. */
  public Optional<SqlText> rows(May may) {
    return rows.get(may);
  }

  /** Which fields show on which rows; a row shows what any of its masks opens. */
  public List<Mask> readMasks() {
    return readMasks;
  }

  /**
   * Fields that some group shows on some row. What only participation in a record shows is not
   * among them, so nobody can look for it; without any group to read, all are.
   */
  public Set<String> known() {
    return known;
  }

  /** Whether some group lets its members fill the field, on a new row or an old one. */
  public boolean opens(String field) {
    return everything
        || grants.stream()
            .filter(g -> g.may().contains(May.CREATE) || g.may().contains(May.UPDATE))
            .anyMatch(g -> g.fields().writable(field));
  }

  /** Which fields can be changed on which rows. */
  public List<Mask> writeMasks() {
    return writeMasks;
  }

  /** Whether the members surely read all open fields of a row of this owner, unit and company. */
  public boolean surelyReads(
      Actor actor, Optional<UUID> owner, Optional<UUID> department, Optional<UUID> company) {
    return everything
        || readMasks.size() == 1
            && readMasks.get(0).rows().isEmpty()
            && grants.stream()
                .filter(g -> g.may().contains(May.READ))
                .anyMatch(g -> g.rows().surely(actor, owner, department, company));
  }

  /** Rows that may be created, for those grants that cannot be judged without the database. */
  public List<Grant> creating() {
    return grants.stream().filter(g -> g.may().contains(May.CREATE)).toList();
  }

  /** The rows of one grant, without participation. */
  public SqlText rows(Grant grant) {
    return SqlText.of(grant.rows().where(scope));
  }

  private Condition predicate(May may) {
    var allowed = falseCondition().or(reached(grantsWith(may)));
    return switch (may) {
      case READ -> allowed.or(participating(1));
      case UPDATE -> allowed.or(participating(2));
      default -> allowed;
    };
  }

  private List<Grant> grantsWith(May may) {
    return grants.stream().filter(g -> g.may().contains(may)).toList();
  }

  private Condition reached(List<Grant> some) {
    return some.stream()
        .map(Grant::rows)
        .distinct()
        .map(rule -> rule.where(scope))
        .reduce(falseCondition(), Condition::or);
  }

  /** Whoever takes part in a record is let in, whatever the groups say. */
  private Condition participating(int level) {
    return exists(
        selectOne()
            .from(table(name("public", "record_grant")).as(name("g")))
            .where(field(name("g", "record"), UUID.class).eq(field(name("t", "_id"), UUID.class)))
            .and(field(name("g", "principal"), UUID.class).eq(any(ActorValue.PRINCIPALS.ids())))
            .and(field(name("g", "level"), Integer.class).ge(inline(level)))
            .and(field(name("g", "app"), String.class).eq(inline(app)))
            .and(field(name("g", "table_key"), String.class).eq(inline(table.key()))));
  }

  private Set<String> knownFields() {
    var reading = grantsWith(May.READ);
    return table.fields().stream()
        .map(FieldDef::key)
        .filter(f -> reading.isEmpty() || reading.stream().anyMatch(g -> g.fields().readable(f)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private interface Open {
    boolean test(FieldRights rights, String field);
  }

  private List<Mask> masks(May may, Open open) {
    var all = table.fields().stream().map(FieldDef::key).collect(Collectors.toSet());
    if (everything) {
      return List.of(new Mask(all, Optional.empty()));
    }
    var byFields = new LinkedHashMap<Set<String>, List<Grant>>();
    for (var grant : grantsWith(may)) {
      var fields =
          all.stream().filter(f -> open.test(grant.fields(), f)).collect(Collectors.toSet());
      byFields.computeIfAbsent(fields, f -> new ArrayList<>()).add(grant);
    }
    byFields.computeIfAbsent(all, f -> new ArrayList<>());
    if (byFields.size() == 1) {
      // every way to a row opens the same fields, so no row needs to be asked
      return List.of(new Mask(all, Optional.empty()));
    }
    var masks = new ArrayList<Mask>();
    byFields.forEach(
        (fields, some) -> {
          var rowsOfMask = reached(some);
          masks.add(
              new Mask(
                  fields,
                  Optional.of(
                      SqlText.of(
                          fields.equals(all)
                              ? rowsOfMask.or(participating(may == May.READ ? 1 : 2))
                              : rowsOfMask))));
        });
    return List.copyOf(masks);
  }
}
