package io.tangram.core.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.tangram.core.field.Link;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.Reference;
import io.tangram.core.formula.SqlScope;
import io.tangram.core.formula.SqlTerm;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.schema.StoredTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What a formula may name when it runs as SQL over the rows of one table: own fields, the way along
 * relations and into sub-tables, system columns, and the person at work. Paths along relations see
 * all rows: the designer of the formula answers for what it tells.
 */
public final class RowScope implements SqlScope {
  private static final int DEEPEST = 5;
  private static final Map<String, SqlTerm> ACTOR =
      Map.of(
          "$me", SqlTerm.of(ActorValue.ME.field(), ValueType.RECORD),
          "$me.department", SqlTerm.of(ActorValue.DEPARTMENT.field(), ValueType.RECORD),
          "$me.company", SqlTerm.of(ActorValue.COMPANY.field(), ValueType.RECORD));

  private final RowScopes scopes;
  private final Place place;
  private final String alias;
  private final int depth;

  RowScope(RowScopes scopes, Place place, String alias, int depth) {
    this.scopes = scopes;
    this.place = place;
    this.alias = alias;
    this.depth = depth;
  }

  /** The condition that a formula holds: an error or a blank does not. */
  public Condition condition(Formula formula) {
    return formula.toSql(this).holds();
  }

  @Override
  public SqlTerm today() {
    return SqlTerm.of(ActorValue.TODAY.field(), ValueType.DATE);
  }

  @Override
  public SqlTerm now() {
    return SqlTerm.of(ActorValue.NOW.field(), ValueType.DATETIME);
  }

  @Override
  public Optional<SqlTerm> term(Reference reference) {
    if (reference.head().startsWith("$")) {
      return Optional.ofNullable(ACTOR.get(reference.toString()));
    }
    var own = place.field(reference.head());
    if (own.isEmpty()) {
      return reference.tail().isEmpty() ? system(reference.head()) : Optional.empty();
    }
    return own.flatMap(def -> term(def, reference.tail()));
  }

  private Optional<SqlTerm> system(String key) {
    if (place.isSubtable() && !key.equals("id")) {
      return Optional.empty();
    }
    return SystemNames.find(key).map(column -> column.term(alias));
  }

  private Optional<SqlTerm> term(FieldDef def, List<String> tail) {
    var type = scopes.type(def);
    return switch (type.storage(def)) {
      case COLUMNS -> kept(def, tail);
      case NOWHERE -> tail.isEmpty() ? computed(def) : Optional.empty();
      case CHILD_ROWS -> many(scopes.child(place, def), "_parent", tail);
      case OTHER_END -> otherEnd(def, tail);
      case ELSEWHERE -> Optional.empty();
    };
  }

  private Optional<SqlTerm> kept(FieldDef def, List<String> tail) {
    var type = scopes.type(def);
    var columns = place.columns(def.key(), alias);
    if (tail.isEmpty()) {
      return Optional.of(SqlTerm.of(columns.get(0), type.valueType(def)));
    }
    var part = type.part(tail.get(0), columns, def);
    if (part.isPresent() && tail.size() == 1) {
      return Optional.of(SqlTerm.of(part.get(), type.parts(def).get(tail.get(0))));
    }
    var far = type.link(def).filter(l -> l.kind() == Link.Kind.RECORD);
    return far.flatMap(link -> along(columns.get(0), scopes.far(place, link.table()), tail));
  }

  private Optional<SqlTerm> computed(FieldDef def) {
    // a circle is refused when the design is published; the depth only guards a draft
    return depth >= DEEPEST
        ? Optional.empty()
        : def.formula()
            .map(text -> Formulas.parse(text).toSql(new RowScope(scopes, place, alias, depth + 1)));
  }

  /** One value of the row a relation points at. */
  private Optional<SqlTerm> along(Field<?> relation, Optional<Place> far, List<String> tail) {
    if (far.isEmpty() || depth >= DEEPEST) {
      return Optional.empty();
    }
    var farAlias = alias + "r";
    var term = inside(far.get(), farAlias, tail);
    return term.map(
        t -> {
          var isList = relation.getType().isArray() || t.type() == ValueType.LIST;
          var match =
              relation.getType().isArray()
                  ? id(farAlias).eq(DSL.any(relation.coerce(UUID[].class)))
                  : id(farAlias).eq(relation.coerce(UUID.class));
          var rows =
              DSL.select(t.orNull())
                  .from(from(far.get(), farAlias))
                  .where(match.and(alive(far.get(), farAlias)));
          return isList
              ? SqlTerm.of(list(t, rows), ValueType.LIST)
              : new SqlTerm(
                  field("({0})", t.value().getDataType(), (QueryPart) rows),
                  Optional.empty(),
                  t.type(),
                  t.lower(),
                  false);
        });
  }

  /** The values of rows that point at this one, as an array. */
  private Optional<SqlTerm> many(Optional<Place> far, String pointing, List<String> tail) {
    if (far.isEmpty() || depth >= DEEPEST) {
      return Optional.empty();
    }
    var farAlias = alias + "r";
    return inside(far.get(), farAlias, tail.isEmpty() ? List.of("id") : tail)
        .map(
            t ->
                SqlTerm.of(
                    list(
                        t,
                        DSL.select(t.orNull())
                            .from(from(far.get(), farAlias))
                            .where(
                                field(name(farAlias, pointing), UUID.class)
                                    .eq(id(alias))
                                    .and(alive(far.get(), farAlias)))),
                    ValueType.LIST));
  }

  private static Field<?> list(SqlTerm element, QueryPart rows) {
    return field("array({0})", element.value().getDataType().array(), rows);
  }

  private Optional<SqlTerm> otherEnd(FieldDef def, List<String> tail) {
    var of = def.word("of").asText();
    var dot = of.lastIndexOf('.');
    var far = dot < 0 ? Optional.<Place>empty() : scopes.far(place, of.substring(0, dot));
    return far.map(f -> f.columns(of.substring(dot + 1), alias + "r"))
        .filter(columns -> !columns.isEmpty())
        .flatMap(columns -> many(far, columns.get(0).getName(), tail));
  }

  private Optional<SqlTerm> inside(Place far, String farAlias, List<String> tail) {
    return new RowScope(scopes, far, farAlias, depth + 1).term(new Reference(tail));
  }

  private static Field<UUID> id(String alias) {
    return field(name(alias, "_id"), UUID.class);
  }

  private static Table<?> from(Place far, String alias) {
    return table(far.stored().qualified()).as(name(alias));
  }

  private static Condition alive(Place far, String alias) {
    return far.isSubtable() ? DSL.trueCondition() : field(name(alias, "_deleted_at")).isNull();
  }

  /**
   * A table or sub-table of one version.
   *
   * @param table {@code deal} or {@code deal.lines}
   */
  record Place(AppVersion version, String table, List<FieldDef> fields, StoredTable stored) {
    Optional<FieldDef> field(String key) {
      return fields.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    boolean isSubtable() {
      return table.indexOf('.') > 0;
    }

    List<Field<?>> columns(String key, String alias) {
      return stored.columns(key).stream().<Field<?>>map(c -> c.read(alias)).toList();
    }
  }
}
