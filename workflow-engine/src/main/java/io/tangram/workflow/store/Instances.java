package io.tangram.workflow.store;

import io.tangram.workflow.store.ProcessInstance.State;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Our own table of running and ended processes; the engine keeps nothing of an ended one. */
@Singleton
public class Instances {
  public static final String COLUMNS =
      "id, app, process, version, table_key, record, title, starter, starter_post, state, depth,"
          + " started_at, ended_at";

  private static final String INSERT =
      "insert into process_instance (id, app, process, version, table_key, record, title, starter,"
          + " starter_post, depth, started_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (app, process, record) where state = 'running' do nothing";

  private static final String FIND = "select " + COLUMNS + " from process_instance where id = ?";
  private static final String LOCK = FIND + " for update";
  private static final String OF_RECORD =
      "select "
          + COLUMNS
          + " from process_instance where record = ? and app = ? and table_key = ? order by id";

  private static final String RUNNING_OF_RECORD =
      "select "
          + COLUMNS
          + " from process_instance where record = ? and app = ? and table_key = ?"
          + " and state = 'running' order by id for update";

  private static final String END =
      "update process_instance set state = ?, ended_at = ? where id = ? and state = 'running'";

  private final Statements statements;

  @Inject
  Instances(Statements statements) {
    this.statements = statements;
  }

  /** False when the record is already walking through this process. */
  public boolean insert(ProcessInstance instance) {
    return statements.change(
            INSERT,
            instance.id(),
            instance.app(),
            instance.process(),
            instance.version(),
            instance.table(),
            instance.record(),
            instance.title(),
            instance.starter(),
            instance.starterPost(),
            instance.depth(),
            instance.startedAt())
        == 1;
  }

  public Optional<ProcessInstance> find(UUID id) {
    return statements.first(FIND, Instances::read, id);
  }

  /** Holds it until the transaction ends, so that one act at a time moves it. */
  public Optional<ProcessInstance> lock(UUID id) {
    return statements.first(LOCK, Instances::read, id);
  }

  /** All that a record went through, the first one first. */
  public List<ProcessInstance> ofRecord(String app, String table, UUID record) {
    return statements.list(OF_RECORD, Instances::read, record, app, table);
  }

  public List<ProcessInstance> lockRunning(String app, String table, UUID record) {
    return statements.list(RUNNING_OF_RECORD, Instances::read, record, app, table);
  }

  /** False when it has ended already. */
  public boolean end(UUID id, State state, Instant at) {
    return statements.change(END, state.word(), at, id) == 1;
  }

  public static ProcessInstance read(ResultSet row) throws SQLException {
    return new ProcessInstance(
        row.getObject("id", UUID.class),
        row.getString("app"),
        row.getString("process"),
        row.getLong("version"),
        row.getString("table_key"),
        row.getObject("record", UUID.class),
        row.getString("title"),
        row.getObject("starter", UUID.class),
        Statements.uuid(row, "starter_post"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("depth"),
        Statements.instant(row, "started_at").orElseThrow(),
        Statements.instant(row, "ended_at"));
  }
}
