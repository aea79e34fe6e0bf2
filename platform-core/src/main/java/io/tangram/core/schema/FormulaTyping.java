package io.tangram.core.schema;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Link;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types of fields whose own type does not say them: of a formula's result, of a lookup's
 * target. Used for one version and by one thread; it finds faults in nothing.
 */
final class FormulaTyping {
  private final FieldTypes types;
  private final References references;
  private final Map<String, Optional<FieldDef>> known = new HashMap<>();
  private final Deque<String> asked = new ArrayDeque<>();

  FormulaTyping(FieldTypes types, References references) {
    this.types = types;
    this.references = references;
  }

  /** The field's type in formulas; {@code ANY} where nobody can say. */
  ValueType type(TablePlace place, FieldDef field) {
    var own = types.of(field).valueType(field);
    if (own != ValueType.ANY) {
      return own;
    }
    return result(place, field)
        .map(result -> types.of(result).valueType(result))
        .orElse(ValueType.ANY);
  }

  /**
   * A field that describes the values of this one; empty where its own type does, or nobody can.
   */
  Optional<FieldDef> result(TablePlace place, FieldDef field) {
    if (field.result().isPresent() || types.of(field).valueType(field) != ValueType.ANY) {
      return field.result();
    }
    var name = place.version().app() + ":" + place.key() + "." + field.key();
    if (known.containsKey(name)) {
      return known.get(name);
    }
    if (asked.contains(name)) {
      return Optional.empty(); // comes back to itself: the check says so
    }
    asked.push(name);
    var result = field.formula().isPresent() ? computed(place, field) : lookedUp(place, field);
    asked.pop();
    known.put(name, result);
    return result;
  }

  /** Whether a formula needs its own result, over however many others. */
  boolean circular(TablePlace place, FieldDef field) {
    return circular(place, field.key(), field, new ArrayDeque<>());
  }

  private boolean circular(TablePlace place, String start, FieldDef field, Deque<String> visited) {
    if (visited.contains(field.key())) {
      return false;
    }
    visited.push(field.key());
    return field
        .formula()
        .flatMap(FormulaTyping::parsed)
        .map(
            formula ->
                formula.references().stream()
                    .map(reference -> reference.head())
                    .anyMatch(
                        head ->
                            head.equals(start)
                                || place
                                    .field(head)
                                    .filter(next -> circular(place, start, next, visited))
                                    .isPresent()))
        .orElse(false);
  }

  private static Optional<Formula> parsed(String text) {
    try {
      return Optional.of(Formulas.parse(text));
    } catch (FormulaException e) {
      return Optional.empty(); // said by the check, at its place
    }
  }

  private Optional<FieldDef> computed(TablePlace place, FieldDef field) {
    return field
        .formula()
        .flatMap(FormulaTyping::parsed)
        .flatMap(
            formula -> {
              var type = formula.check(scope(place)).type();
              return type == ValueType.RECORD
                  ? named(place, formula)
                  : types.holding(type, field.key());
            });
  }

  /** A formula that only names a person, a unit or a record shows it as that field does. */
  private Optional<FieldDef> named(TablePlace place, Formula formula) {
    return formula.references().stream()
        .filter(reference -> reference.toString().equals(formula.text().trim()))
        .findFirst()
        .filter(reference -> !reference.head().startsWith("$"))
        .flatMap(reference -> along(place, reference.path()))
        .filter(target -> !recordOfAnotherApp(place, target));
  }

  /** Its table's name would mean something else where this field stands. */
  private boolean recordOfAnotherApp(TablePlace place, FieldDef target) {
    return types.of(target).link(target).filter(l -> l.kind() == Link.Kind.RECORD).isPresent()
        && references.behind(place, target).isEmpty();
  }

  private Optional<FieldDef> lookedUp(TablePlace place, FieldDef field) {
    var from = field.word("from").asText();
    if (!field.words().has("match")) {
      return along(place, Arrays.asList(from.split("\\.")));
    }
    var dot = from.indexOf('.', from.indexOf(':') + 1);
    return dot < 0
        ? Optional.empty()
        : references
            .table(place.version(), from.substring(0, dot))
            .filter(far -> exported(place, far, from.substring(dot + 1)))
            .flatMap(far -> along(far, Arrays.asList(from.substring(dot + 1).split("\\."))));
  }

  private static boolean exported(TablePlace from, TablePlace far, String path) {
    var first = path.split("\\.")[0];
    return far.version().app().equals(from.version().app())
        || far.exported(from.version().app(), Optional.of(first));
  }

  /** The last field of a path along to-one relations, with its own result where it has one. */
  private Optional<FieldDef> along(TablePlace place, List<String> path) {
    var field = place.field(path.get(0));
    if (field.isEmpty()) {
      return Optional.empty();
    }
    if (path.size() == 1) {
      return types.of(field.get()).valueType(field.get()) == ValueType.ANY
          ? result(place, field.get())
          : field;
    }
    if (types.of(field.get()).valueType(field.get()) == ValueType.LIST) {
      return Optional.empty();
    }
    return references
        .behind(place, field.get())
        .filter(far -> exported(place, far, path.get(1)))
        .flatMap(far -> along(far, path.subList(1, path.size())));
  }

  TableScope scope(TablePlace place) {
    var record = new TablePlace(place.version(), place.table(), Optional.empty());
    Map<String, TablePlace> others =
        place.sub().isPresent()
            ? Map.of("$parent", record, "$record", record)
            : Map.of("$old", place, "$record", place);
    return new TableScope(types, references, this, place.version().app(), place, others);
  }

  /** For a condition over rows of another table, asked while standing on a record of this one. */
  TableScope choosing(TablePlace candidates, TablePlace standing) {
    return new TableScope(
        types, references, this, standing.version().app(), candidates, Map.of("$record", standing));
  }
}
