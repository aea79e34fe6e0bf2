package io.tangram.core.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * Work of an app that goes on after a publish, batch by batch.
 *
 * @param kind which {@link JobHandler} does it
 * @param table key of the table it works on; empty for none
 * @param element key of the field or rule; empty for none
 * @param state {@code waiting}, {@code running}, {@code done}, {@code failed}
 * @param done rows done so far
 * @param total rows there were when it was asked for
 * @param position where the next batch begins, in the handler's own words; empty at the start
 * @param settings what the handler was told
 * @param details figures and reasons for people
 */
public record Job(
    UUID id,
    String app,
    String kind,
    String table,
    String element,
    String state,
    long done,
    long total,
    Optional<String> position,
    ObjectNode settings,
    ObjectNode details) {}
