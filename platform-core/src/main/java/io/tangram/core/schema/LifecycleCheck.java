package io.tangram.core.schema;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.formula.Scope;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef.Move;
import io.tangram.core.metadata.TableDef.State;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with the states of a table and the moves between them. */
final class LifecycleCheck {
  private final FieldTypes types;
  private final TablePlace place;
  private final Scope scope;

  LifecycleCheck(FieldTypes types, TablePlace place, Scope scope) {
    this.types = types;
    this.place = place;
    this.scope = scope;
  }

  void check(Faults faults) {
    var lifecycle = place.table().lifecycle();
    var states = new HashSet<String>();
    for (int i = 0; i < lifecycle.states().size(); i++) {
      var at = faults.under("states", i);
      if (!states.add(lifecycle.states().get(i).key())) {
        at.add("field.key.twice", lifecycle.states().get(i).key());
      }
      state(lifecycle.states().get(i), at);
    }
    var moves = new HashSet<String>();
    for (int i = 0; i < lifecycle.moves().size(); i++) {
      var at = faults.under("moves", i);
      if (!moves.add(lifecycle.moves().get(i).key())) {
        at.add("field.key.twice", lifecycle.moves().get(i).key());
      }
      move(lifecycle.moves().get(i), states, at);
    }
  }

  private void state(State state, Faults at) {
    var paths = paths();
    paths.add("*");
    state.locks().forEach(path -> at.under("locks").unlessKnown(path, paths, "field.unknown"));
    state.except().forEach(path -> at.under("except").unlessKnown(path, paths, "field.unknown"));
    state
        .set()
        .forEach(
            (key, value) -> {
              var member = at.under("set").under(key);
              var field = place.field(key);
              if (field.isEmpty()) {
                member.add("field.unknown", key);
              } else if (!types.of(field.get()).writable(field.get())) {
                member.add("value.computed");
              } else if (value.isTextual() && value.textValue().startsWith("=")) {
                member.formula(value.textValue().substring(1), scope, ValueType.ANY);
              }
            });
  }

  /** Fields, and columns of sub-tables. */
  private Set<String> paths() {
    var paths = place.fields().stream().map(FieldDef::key).collect(Collectors.toSet());
    for (var field : place.fields()) {
      field.fields().forEach(column -> paths.add(field.key() + "." + column.key()));
    }
    return paths;
  }

  private void move(Move move, Collection<String> states, Faults at) {
    move.from().forEach(state -> at.under("from").unlessKnown(state, states, "state.unknown"));
    at.under("to").unlessKnown(move.to(), states, "state.unknown");
    at.condition(move.check(), "check", scope);
    at.condition(move.auto(), "auto", scope);
    var keys = place.fields().stream().map(FieldDef::key).collect(Collectors.toSet());
    move.asks().forEach(key -> at.under("asks").unlessKnown(key, keys, "field.unknown"));
  }
}
