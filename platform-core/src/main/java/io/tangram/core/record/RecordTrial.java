package io.tangram.core.record;

import io.tangram.core.access.Actor;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.Formula;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a record would be if these values were written: with defaults and computed fields, for
 * whoever decides by formulas what to do with the values before they are. It writes nothing, and a
 * value that cannot be read counts as empty.
 */
@Singleton
public class RecordTrial {
  private final TableShapes shapes;
  private final RowLoader loader;
  private final Incoming incoming;
  private final Defaults defaults;

  RecordTrial(TableShapes shapes, RowLoader loader, Incoming incoming, Defaults defaults) {
    this.shapes = shapes;
    this.loader = loader;
    this.incoming = incoming;
    this.defaults = defaults;
  }

  /**
   * The record in question.
   *
   * @param version of the stored record; empty when there is none yet
   */
  public record Tried(Environment values, Optional<Integer> version) {}

  /**
   * Tries values on a new record, or on the stored one with the draft's id.
   *
   * @param formulas those that will be asked, so that what they name can be loaded
   */
  public Tried of(
      AppVersion version,
      String table,
      RecordDraft draft,
      Collection<Formula> formulas,
      Actor actor) {
    var shape = shapes.table(version, table);
    var before = stored(shape, draft, actor);
    var record =
        new Pending(
            before.orElse(null),
            before.map(RowData::copy).orElseGet(() -> fresh(shape, draft, actor)),
            draft.values(),
            "");
    incoming.read(record, new Violations());
    var empty = loader.environment(record.after, new Related(), actor);
    record.sent.forEach((key, value) -> record.after.values[shape.byKey.get(key).number()] = value);
    if (record.created()) {
      defaults.fill(record, empty);
    }
    defaults.rows(record, empty);
    return new Tried(computed(shape, record, formulas, actor), before.map(row -> row.version));
  }

  private Optional<RowData> stored(TableShape shape, RecordDraft draft, Actor actor) {
    var rows = draft.id().map(id -> loader.byIds(shape, List.of(id))).orElse(List.of());
    loader.complete(shape, rows, actor);
    return rows.stream().findFirst();
  }

  private static RowData fresh(TableShape shape, RecordDraft draft, Actor actor) {
    var row = new RowData(shape);
    row.version = 1;
    row.type = draft.type().orElse(null);
    row.owner = actor.person();
    row.department = actor.department().orElse(null);
    row.company = actor.company().orElse(null);
    row.createdBy = actor.person();
    return row;
  }

  private RowEnvironment computed(
      TableShape shape, Pending record, Collection<Formula> formulas, Actor actor) {
    var computation = loader.computation(shape);
    var all = new ArrayList<>(computation.formulas());
    all.addAll(formulas);
    var related = loader.load(List.of(record.after), Need.of(shape, all, shapes), actor);
    var environment = loader.environment(record.after, related, actor).since(record.before);
    computation.onWrite(environment, record.created());
    return environment;
  }
}
