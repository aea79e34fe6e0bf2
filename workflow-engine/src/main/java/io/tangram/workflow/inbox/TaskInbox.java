package io.tangram.workflow.inbox;

import io.tangram.core.access.Actor;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import io.tangram.workflow.store.ProcessInstance;
import io.tangram.workflow.store.ProcessTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/** A person's boxes, page by page, the newest first. It shows one's own and nobody else's. */
@ApplicationScoped
public class TaskInbox {
  private static final int MOST = 200;

  private final TaskQuery query;
  private final TaskItems items;

  @Inject
  TaskInbox(TaskQuery query, TaskItems items) {
    this.query = query;
    this.items = items;
  }

  /**
   * @param wanted how many lines, 1 to 200
   * @param after where the page before ended; null for the first page
   * @throws ProblemException {@code QUERY_INVALID} for an unknown box or a wrong limit, {@code
   *     CURSOR_INVALID}
   */
  public TaskPage page(String box, Actor actor, String wanted, String after) {
    var limit = limit(wanted);
    var from = BoxCursor.parse(after);
    var me = actor.person();
    // one more than asked for tells whether there is a next page
    return switch (Box.of(box)) {
      case TODO -> ofTasks(query.todo(me, from, limit + 1), limit, actor, TaskInbox::created);
      case CC -> ofTasks(query.cc(me, from, limit + 1), limit, actor, TaskInbox::created);
      case DONE -> ofTasks(query.done(me, from, limit + 1), limit, actor, TaskInbox::done);
      case STARTED -> {
        var found = query.started(me, from, limit + 1);
        var shown = cut(found, limit);
        yield new TaskPage(
            items.ofInstances(shown, actor.locale()), next(found, shown, TaskInbox::started));
      }
    };
  }

  private static int limit(String wanted) {
    try {
      var limit = Integer.parseInt(wanted);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // refused like a number out of bounds
    }
    throw ProblemException.of(
        ErrorCode.QUERY_INVALID, List.of(Violation.at("/limit", "task.limit", MOST)));
  }

  public TaskCounts counts(Actor actor) {
    return new TaskCounts(
        query.todoCounts(List.of(actor.person())).getOrDefault(actor.person(), 0L));
  }

  private TaskPage ofTasks(
      List<ProcessTask> found, int limit, Actor actor, Function<ProcessTask, BoxCursor> place) {
    var shown = cut(found, limit);
    return new TaskPage(items.ofTasks(shown, actor.locale()), next(found, shown, place));
  }

  private static <T> List<T> cut(List<T> found, int limit) {
    return found.subList(0, Math.min(found.size(), limit));
  }

  private static <T> String next(List<T> found, List<T> shown, Function<T, BoxCursor> place) {
    return found.size() == shown.size() ? null : place.apply(shown.get(shown.size() - 1)).text();
  }

  private static BoxCursor created(ProcessTask task) {
    return new BoxCursor(task.createdAt(), task.id());
  }

  private static BoxCursor done(ProcessTask task) {
    return new BoxCursor(task.doneAt().orElseThrow(), task.id());
  }

  private static BoxCursor started(ProcessInstance instance) {
    return new BoxCursor(instance.startedAt(), instance.id());
  }
}
