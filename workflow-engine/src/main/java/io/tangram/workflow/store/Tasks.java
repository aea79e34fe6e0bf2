package io.tangram.workflow.store;

import io.tangram.core.metadata.Ids;
import io.tangram.workflow.store.ProcessTask.Act;
import io.tangram.workflow.store.ProcessTask.State;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Our own table of tasks: who is asked, and what they answered. It never moves a process. */
@Singleton
public class Tasks {
  public static final String COLUMNS =
      "t.id, t.instance, t.node, t.execution, t.kind, t.person, t.turn, t.asked, t.state, t.result,"
          + " t.comment, t.created_at, t.done_at";

  private static final String INSERT =
      "insert into process_task (id, instance, node, execution, kind, person, turn, asked, state,"
          + " created_at) select a.id, ?, ?, ?, ?, a.person, a.turn, ?, case when a.turn <= ? then"
          + " 'open' else 'waiting' end, ? from unnest(?::uuid[], ?::uuid[]) with ordinality as"
          + " a (id, person, turn)";

  private static final String FIND = "select " + COLUMNS + " from process_task t where t.id = ?";
  private static final String CLOSE =
      "update process_task set state = 'done', result = ?, comment = ?, done_at = ? where id = ?"
          + " and state = 'open'";

  private static final String ASKED =
      "select "
          + COLUMNS
          + " from process_task t where t.instance = ? and t.node = ? and"
          + " t.execution = ? order by t.turn";

  private static final String OPEN_NEXT =
      "update process_task t set state = 'open' where t.instance = ? and t.node = ? and t.execution"
          + " = ? and t.turn = ? and t.state = 'waiting' returning t.person";

  private static final String CANCEL =
      "update process_task t set state = 'cancelled', done_at = ? where t.instance = ? and t.state"
          + " in ('open', 'waiting') and t.kind <> 'cc' returning t.person";

  private static final String CANCEL_HERE =
      "update process_task t set state = 'cancelled', done_at = ? where t.instance = ? and t.node ="
          + " ? and t.execution = ? and t.state in ('open', 'waiting') returning t.person";

  private static final String APPROVED_BY =
      "select distinct t.person from process_task t where t.instance = ? and t.result ="
          + " 'approved'";

  private static final String ANSWERED_AT =
      "select t.person from process_task t where t.instance = ? and t.node = ? and t.state = 'done'"
          + " order by t.done_at desc, t.id desc";

  private static final String OF_INSTANCES =
      "select " + COLUMNS + " from process_task t where t.instance = any(?) order by t.id";

  private final Statements statements;

  @Inject
  Tasks(Statements statements) {
    this.statements = statements;
  }

  /**
   * Asks people.
   *
   * @param open how many of them may answer now, from the first; the others wait for their turn
   */
  public void insert(
      UUID instance,
      String node,
      String execution,
      String kind,
      List<UUID> people,
      int open,
      Instant at) {
    var ids = Stream.generate(Ids::next).limit(people.size()).toList();
    statements.change(
        INSERT, instance, node, execution, kind, people.size(), open, at, ids, people);
  }

  public Optional<ProcessTask> find(UUID id) {
    return statements.first(FIND, Tasks::read, id);
  }

  /** False when it is not open any more. */
  public boolean close(UUID id, Act act, Optional<String> comment, Instant at) {
    return statements.change(CLOSE, word(act), comment, at, id) == 1;
  }

  /** All asked at the same time at the same place, in their order. */
  public List<ProcessTask> askedWith(ProcessTask task) {
    return statements.list(ASKED, Tasks::read, task.instance(), task.node(), task.execution());
  }

  /** Lets the next one in turn answer; empty when this was the last. */
  public List<UUID> openNext(ProcessTask after) {
    return statements.list(
        OPEN_NEXT,
        Tasks::person,
        after.instance(),
        after.node(),
        after.execution(),
        after.turn() + 1);
  }

  /** Takes back what nobody has answered yet; whom it was asked of. */
  public List<UUID> cancelOpen(UUID instance, Instant at) {
    return statements.list(CANCEL, Tasks::person, at, instance);
  }

  /** Takes back what was asked together with this one and is not answered yet. */
  public List<UUID> cancelAskedWith(ProcessTask task, Instant at) {
    return statements.list(
        CANCEL_HERE, Tasks::person, at, task.instance(), task.node(), task.execution());
  }

  public List<UUID> approvedBy(UUID instance) {
    return statements.list(APPROVED_BY, Tasks::person, instance);
  }

  /** The last one first. */
  public List<UUID> answeredAt(UUID instance, String node) {
    return statements.list(ANSWERED_AT, Tasks::person, instance, node);
  }

  public List<ProcessTask> ofInstances(Collection<UUID> instances) {
    return statements.list(OF_INSTANCES, Tasks::read, instances);
  }

  private static UUID person(ResultSet row) throws SQLException {
    return row.getObject("person", UUID.class);
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  public static ProcessTask read(ResultSet row) throws SQLException {
    return new ProcessTask(
        row.getObject("id", UUID.class),
        row.getObject("instance", UUID.class),
        row.getString("node"),
        row.getString("execution"),
        row.getString("kind"),
        row.getObject("person", UUID.class),
        row.getInt("turn"),
        row.getInt("asked"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("result"))
            .map(result -> Act.valueOf(result.toUpperCase(Locale.ROOT))),
        Optional.ofNullable(row.getString("comment")),
        Statements.instant(row, "created_at").orElseThrow(),
        Statements.instant(row, "done_at"));
  }
}
