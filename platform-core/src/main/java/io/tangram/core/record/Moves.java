package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.access.May;
import io.tangram.core.access.RoleMembers;
import io.tangram.core.formula.Formulas;
import io.tangram.core.metadata.TableDef.Move;
import io.tangram.core.metadata.TableDef.State;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import io.tangram.core.record.RecordChanged.Kind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The moves of a lifecycle. A move that waits for a process is not made here. */
@Singleton
class Moves {
  private final RecordWriter writer;
  private final RowLoader loader;
  private final RoleMembers members;

  Moves(RecordWriter writer, RowLoader loader, RoleMembers members) {
    this.writer = writer;
    this.loader = loader;
    this.members = members;
  }

  Pending make(String key, RecordChange change, WriteContext context) {
    var move =
        context.shape().def.lifecycle().moves().stream()
            .filter(m -> m.key().equals(key))
            .findFirst()
            .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
    // who a move names may make it without the right to write otherwise
    var may = move.who().isEmpty() ? May.UPDATE : May.READ;
    var wanted = List.of(change);
    var record = writer.locked(wanted, context, may, false, List.of("")).get(0);
    if (!move.who().isEmpty() && !names(move, record, context)) {
      throw ProblemException.of(ErrorCode.NOT_ALLOWED);
    }
    if (!move.from().contains(record.before.state) || move.process().isPresent()) {
      throw ProblemException.of(ErrorCode.STATE_CONFLICT);
    }
    enter(record, move.to(), context);
    writer.update(List.of(record), wanted, context, Kind.UPDATED);
    check(move, record, context);
    return record;
  }

  /** Puts the record into a state, with what is stamped on entering. */
  void enter(Pending record, String key, WriteContext context) {
    record.after.state = key;
    context.shape().def.lifecycle().state(key).ifPresent(state -> stamp(record, state, context));
  }

  private void stamp(Pending record, State state, WriteContext context) {
    var environment = loader.environment(record.after, new Related(), context.actor());
    state
        .set()
        .forEach(
            (key, json) ->
                record
                    .after
                    .shape
                    .field(key)
                    .ifPresent(
                        field ->
                            record.after.values[field.number()] = value(field, json, environment)));
  }

  private static Object value(FieldShape field, JsonNode json, RowEnvironment environment) {
    var formula = Formulas.in(json);
    if (formula.isPresent()) {
      return Computation.converted(field, formula.get().evaluate(environment));
    }
    try {
      return json.isNull() ? null : field.type().read(json, field.def());
    } catch (io.tangram.core.field.InvalidValue e) {
      throw new IllegalStateException("what a state sets was not checked", e);
    }
  }

  private boolean names(Move move, Pending record, WriteContext context) {
    var actor = context.actor();
    if (context.trusted() || context.rights().orElseThrow().everything()) {
      return true;
    }
    var groups = members.groups(context.shape().version, actor);
    for (var entry : move.who()) {
      var role = entry.path("role").asText("");
      var field = record.before.shape.byKey.get(entry.path("field").asText(""));
      if (groups.contains(role)
          || actor.roles().contains(role)
          || actor.positions().contains(entry.path("position").asText(""))
          || entry.path("field").asText("").equals("owner")
              && actor.person().equals(record.before.owner)
          || field != null && named(record, field).contains(actor.person())) {
        return true;
      }
    }
    return false;
  }

  private static List<UUID> named(Pending record, FieldShape field) {
    return field.type().linked(record.before.values[field.number()]);
  }

  private void check(Move move, Pending record, WriteContext context) {
    for (var key : move.asks()) {
      if (record.after.value(key) == null) {
        throw RecordService.invalid(record.pointer(key), "field.required");
      }
    }
    if (move.check().isPresent()) {
      var formula = Formulas.parse(move.check().get());
      var need = Need.of(context.shape(), List.of(formula), loader.shapes());
      var related = loader.load(List.of(record.after), need, context.actor());
      var environment = loader.environment(record.after, related, context.actor());
      if (!formula.holds(environment.since(record.before))) {
        var words = move.message().map(m -> m.in(context.actor().locale()));
        throw ProblemException.of(
            ErrorCode.VALUES_INVALID,
            List.of(
                Violation.at(
                    "/values",
                    words.isPresent() ? "record.rule" : "record.check",
                    words.orElse(""))));
      }
    }
  }
}
