package io.tangram.workflow.inbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One task (or one process of one's own) with all its page shows.
 *
 * @param actions what the person may do now: of {@code approve reject recall}
 * @param writes fields that may be filled with the answer
 * @param form key of the form that shows the record; null for the table's own layout
 * @param record the record as the person may see it; null when it is gone
 */
public record TaskDetail(
    @JsonUnwrapped TaskItem item,
    List<String> actions,
    List<String> writes,
    String form,
    JsonNode record,
    List<TimelineLine> timeline) {}
