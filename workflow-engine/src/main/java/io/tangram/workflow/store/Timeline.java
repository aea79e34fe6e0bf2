package io.tangram.workflow.store;

import io.tangram.workflow.store.TimelineEntry.Act;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Keeps what happened in processes; entries are added and never changed. */
@Singleton
public class Timeline {
  private static final String INSERT =
      "insert into process_event (id, instance, node, act, actor, comment, at) values"
          + " (?, ?, ?, ?, ?, ?, ?)";

  private static final String READ =
      "select id, instance, node, act, actor, comment, at from process_event where instance ="
          + " any(?) order by id";

  private final Statements statements;

  @Inject
  Timeline(Statements statements) {
    this.statements = statements;
  }

  public void add(TimelineEntry entry) {
    statements.change(
        INSERT,
        entry.id(),
        entry.instance(),
        entry.node(),
        entry.act().name().toLowerCase(Locale.ROOT),
        entry.actor(),
        entry.comment(),
        entry.at());
  }

  /** What happened in these processes, in the order it did. */
  public List<TimelineEntry> of(Collection<UUID> instances) {
    return statements.list(READ, Timeline::read, instances);
  }

  private static TimelineEntry read(ResultSet row) throws SQLException {
    return new TimelineEntry(
        row.getObject("id", UUID.class),
        row.getObject("instance", UUID.class),
        Optional.ofNullable(row.getString("node")),
        Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
        Statements.uuid(row, "actor"),
        Optional.ofNullable(row.getString("comment")),
        Statements.instant(row, "at").orElseThrow());
  }
}
