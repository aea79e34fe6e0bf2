package io.tangram.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of history, which is the outbox row too.
 *
 * @param id ascending in the order of writing per record
 * @param kind {@code created}, {@code updated}, {@code submitted}, {@code deleted}, {@code
 *     restored}
 * @param changes field key to {@code {"from":…,"to":…}} in the JSON shapes of the API
 * @param depth how many automatic writes led to it
 */
public record Event(
    long id,
    String app,
    String table,
    UUID record,
    int version,
    String kind,
    ObjectNode changes,
    Optional<UUID> actor,
    String cause,
    Optional<String> reference,
    int depth,
    Instant at) {}
