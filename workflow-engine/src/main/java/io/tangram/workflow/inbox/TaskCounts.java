package io.tangram.workflow.inbox;

/** What badges show. */
public record TaskCounts(long todo) {}
