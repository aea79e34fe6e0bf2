package io.tangram.workflow.inbox;

import io.tangram.workflow.store.Instances;
import io.tangram.workflow.store.ProcessInstance;
import io.tangram.workflow.store.ProcessTask;
import io.tangram.workflow.store.Statements;
import io.tangram.workflow.store.Tasks;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The queries behind the boxes: each is one walk along one index. */
@Singleton
class TaskQuery {
  private static final String TASK = "select " + Tasks.COLUMNS + " from process_task t where ";

  // ids ascend in time, so they are the order of creation
  private static final String TODO =
      TASK
          + "t.person = ? and t.state = 'open' and t.kind <> 'cc' and t.id < ?"
          + " order by t.id desc limit ?";

  private static final String CC =
      TASK + "t.person = ? and t.kind = 'cc' and t.id < ? order by t.id desc limit ?";

  private static final String DONE =
      TASK
          + "t.person = ? and t.state = 'done' and t.kind <> 'cc' and (t.done_at, t.id) < (?, ?)"
          + " order by t.done_at desc, t.id desc limit ?";

  private static final String STARTED =
      "select "
          + Instances.COLUMNS
          + " from process_instance where starter = ? and id < ? order by id desc limit ?";

  private static final String INSTANCES =
      "select " + Instances.COLUMNS + " from process_instance where id = any(?)";

  private static final String COUNTS =
      "select person, count(*) from process_task where person = any(?) and state = 'open' and kind"
          + " <> 'cc' group by person";

  private final Statements statements;

  @Inject
  TaskQuery(Statements statements) {
    this.statements = statements;
  }

  List<ProcessTask> todo(UUID person, BoxCursor after, int limit) {
    return statements.list(TODO, Tasks::read, person, after.id(), limit);
  }

  List<ProcessTask> cc(UUID person, BoxCursor after, int limit) {
    return statements.list(CC, Tasks::read, person, after.id(), limit);
  }

  List<ProcessTask> done(UUID person, BoxCursor after, int limit) {
    return statements.list(DONE, Tasks::read, person, after.at(), after.id(), limit);
  }

  List<ProcessInstance> started(UUID person, BoxCursor after, int limit) {
    return statements.list(STARTED, Instances::read, person, after.id(), limit);
  }

  Map<UUID, ProcessInstance> instances(Collection<UUID> ids) {
    var found = new HashMap<UUID, ProcessInstance>();
    statements
        .list(INSTANCES, Instances::read, ids)
        .forEach(instance -> found.put(instance.id(), instance));
    return found;
  }

  /** Open tasks per person; who has none is absent. */
  Map<UUID, Long> todoCounts(Collection<UUID> people) {
    var counts = new HashMap<UUID, Long>();
    statements.list(
        COUNTS, row -> counts.put(row.getObject(1, UUID.class), row.getLong(2)), people);
    return counts;
  }
}
