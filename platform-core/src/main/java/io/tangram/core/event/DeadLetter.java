package io.tangram.core.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a subscriber failed at too often. It is kept until somebody looks at it; later
 * events of the same record go on.
 *
 * @param event id of the line of history
 * @param fault what the last attempt failed at, for the operator
 */
public record DeadLetter(
    String subscriber, long event, UUID record, int attempts, Instant diedAt, String fault) {}
