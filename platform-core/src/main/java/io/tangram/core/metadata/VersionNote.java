package io.tangram.core.metadata;

import java.time.Instant;
import java.util.UUID;

/** A line of an app's list of versions. */
public record VersionNote(long version, String note, Instant createdAt, UUID createdBy) {}
