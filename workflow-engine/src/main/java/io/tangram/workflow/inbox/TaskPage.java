package io.tangram.workflow.inbox;

import java.util.List;

/**
 * One page of a box.
 *
 * @param next what {@code after} has to be for the following page; null on the last one
 */
public record TaskPage(List<TaskItem> items, String next) {}
