package io.tangram.workflow.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened, or is being waited for.
 *
 * @param act {@code started approved rejected auto copied withdrawn waiting}
 * @param comment what was said with it
 */
public record TimelineLine(
    UUID id,
    String node,
    String nodeLabel,
    String act,
    UUID actor,
    String actorName,
    String comment,
    Instant at) {}
