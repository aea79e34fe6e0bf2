package io.tangram.workflow.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One line of a box.
 *
 * @param id the task's; in the box {@code started} the process's
 * @param kind {@code approve}, {@code cc} …; {@code process} in the box {@code started}
 * @param state of a task {@code open done cancelled}; of a process {@code running approved refused
 *     withdrawn}
 * @param result {@code approved}, {@code rejected} or null
 * @param waitingFor names of those asked now; only in the box {@code started}
 */
public record TaskItem(
    UUID id,
    String app,
    String appLabel,
    String process,
    String processLabel,
    String node,
    String nodeLabel,
    String kind,
    String table,
    UUID record,
    String title,
    UUID starter,
    String starterName,
    Instant createdAt,
    Instant doneAt,
    String state,
    String result,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<String> waitingFor) {}
