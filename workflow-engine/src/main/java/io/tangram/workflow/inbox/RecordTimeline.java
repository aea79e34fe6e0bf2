package io.tangram.workflow.inbox;

import java.util.List;
import java.util.UUID;

/** What a record went through, process by process, the first one first. */
public record RecordTimeline(List<Walked> instances) {
  /**
   * One process.
   *
   * @param state {@code running approved refused withdrawn}
   */
  public record Walked(
      UUID id, String process, String processLabel, String state, List<TimelineLine> timeline) {}
}
