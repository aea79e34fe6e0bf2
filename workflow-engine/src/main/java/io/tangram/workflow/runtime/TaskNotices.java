package io.tangram.workflow.runtime;

import io.tangram.core.event.Notifications;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells all nodes whose tasks have changed, once the transaction is committed. */
@Singleton
public class TaskNotices {
  /** Payload: ids of persons, separated by commas. */
  public static final String TOPIC = "tasks";

  /** A notification holds 7,900 bytes; an id and its comma are 37. */
  private static final int MOST_AT_ONCE = 200;

  private final Notifications notifications;

  @Inject
  TaskNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  void changed(Collection<UUID> people) {
    var ids = people.stream().distinct().toList();
    for (var from = 0; from < ids.size(); from += MOST_AT_ONCE) {
      var some = ids.subList(from, Math.min(ids.size(), from + MOST_AT_ONCE));
      notifications.sendAfterCommit(
          TOPIC, some.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }
  }
}
