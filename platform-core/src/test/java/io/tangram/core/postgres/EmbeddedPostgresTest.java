package io.tangram.core.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir static Path root;

  static String ask(PostgresAddress address, String sql) throws SQLException {
    var url = address.jdbcUrl(PostgresAddress.HOME);
    try (var connection = DriverManager.getConnection(url, address.user(), address.password());
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static void tell(PostgresAddress address, String sql) throws SQLException {
    var url = address.jdbcUrl(PostgresAddress.HOME);
    try (var connection = DriverManager.getConnection(url, address.user(), address.password())) {
      connection.createStatement().execute(sql);
    }
  }

  static PostmasterPid running() {
    return PostmasterPid.read(new PostgresFolder(root).postmasterPid()).orElseThrow();
  }

  @Nested
  class given_a_server_started_on_an_empty_folder {
    EmbeddedPostgres postgres;

    @BeforeEach
    void start_it() {
      postgres = EmbeddedPostgres.start(root);
    }

    @AfterEach
    void stop_it() {
      postgres.close();
    }

    @Test
    void then_it_is_durable_and_knows_chinese_order() throws SQLException {
      assertThat(ask(postgres.address(), "show fsync")).isEqualTo("on");
      assertThat(ask(postgres.address(), "show synchronous_commit")).isEqualTo("on");
      assertThat(
              ask(
                  postgres.address(),
                  "select string_agg(x, '' order by x collate \"zh-Hans-CN-x-icu\")"
                      + " from unnest(array['张','李','阿']) x"))
          .isEqualTo("阿李张");
    }

    @Test
    void then_the_password_is_for_its_owner_only() throws IOException {
      var file = new PostgresFolder(root).password();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      var address = postgres.address();
      var wrong = new PostgresAddress(address.port(), address.user(), "guess");
      assertThatThrownBy(() -> ask(wrong, "select 1")).hasMessageContaining("password");
    }

    @Test
    void when_another_jvm_wants_the_folder_then_it_is_refused_with_the_owner() {
      assertThatThrownBy(() -> EmbeddedPostgres.start(root))
          .isInstanceOf(PostgresFailure.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
    }

    @Test
    void when_it_is_closed_then_no_process_stays() {
      var pid = running();
      postgres.close();
      assertThat(pid.alive()).isFalse();
    }
  }

  @Nested
  class given_a_row_written_before_a_crash {
    @BeforeEach
    void write_it() throws SQLException {
      try (var postgres = EmbeddedPostgres.start(root)) {
        tell(postgres.address(), "drop table if exists kept");
        tell(postgres.address(), "create table kept as select 'here' as word");
      }
    }

    @Test
    void when_the_server_outlived_its_jvm_then_it_is_taken_over() throws SQLException {
      var folder = new PostgresFolder(root);
      var orphan =
          new PostgresServer(folder, PostgresBinaries.unpack(root), java.util.Map.of())
              .ensureRunning();
      var pid = running();
      try (var postgres = EmbeddedPostgres.start(root)) {
        assertThat(running()).isEqualTo(pid);
        assertThat(postgres.address().port()).isEqualTo(orphan.port());
        assertThat(ask(postgres.address(), "select word from kept")).isEqualTo("here");
      }
      assertThat(pid.alive()).isFalse();
    }

    @Test
    void when_the_server_was_killed_then_the_next_start_finds_the_row() throws SQLException {
      var postgres = EmbeddedPostgres.start(root);
      ProcessHandle.of(running().pid()).orElseThrow().destroyForcibly();
      postgres.close();
      try (var again = EmbeddedPostgres.start(root)) {
        assertThat(ask(again.address(), "select word from kept")).isEqualTo("here");
      }
    }

    @Test
    void when_a_stranger_has_the_number_in_the_pid_file_then_it_starts_all_the_same()
        throws SQLException, IOException {
      var folder = new PostgresFolder(root);
      var stranger = ProcessHandle.current().pid();
      Files.writeString(
          folder.postmasterPid(),
          stranger + "\n" + folder.cluster() + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");
      try (var postgres = EmbeddedPostgres.start(root)) {
        assertThat(ask(postgres.address(), "select word from kept")).isEqualTo("here");
      }
    }
  }

  @Nested
  class given_a_first_start_that_was_cut_off {
    @Test
    void then_the_half_made_cluster_is_made_anew(@TempDir Path other)
        throws IOException, SQLException {
      var folder = new PostgresFolder(other);
      Files.createDirectories(folder.unfinished().resolve("base"));
      Files.writeString(folder.unfinished().resolve("PG_VERSION"), "18\n");
      try (var postgres = EmbeddedPostgres.start(other)) {
        assertThat(ask(postgres.address(), "select 1")).isEqualTo("1");
      }
    }
  }
}
