package io.tangram.killtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tangram.core.metadata.Ids;
import io.tangram.core.postgres.EmbeddedPostgres;
import io.tangram.core.postgres.Jooq;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Two JVMs on one PostgreSQL; one of them is killed at a random moment. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesIT {
  private static final int EVENTS = 500;
  private static final int TIMERS = 50;
  private static final int WRITERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir static Path folder;
  private EmbeddedPostgres postgres;
  private DSLContext db;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Api> apis = new ArrayList<>();

  @BeforeAll
  void start_two_nodes() throws Exception {
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    db = Jooq.over(dataSource());
    for (var number = 0; number < 2; number++) {
      nodes.add(start());
      apis.add(new Api(nodes.get(number)));
    }
    apis.get(0).publishApp();
  }

  @AfterAll
  void stop() {
    nodes.forEach(Node::close);
    postgres.close();
  }

  /** Each seed begins with two living nodes, whatever became of the one before. */
  @BeforeEach
  void start_what_was_killed() throws Exception {
    for (var number = 0; number < nodes.size(); number++) {
      if (!nodes.get(number).alive()) {
        nodes.set(number, start());
        apis.set(number, new Api(nodes.get(number)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void each_event_and_each_timer_is_done_exactly_once(long seed) throws Exception {
    var random = new Random(seed);
    var victim = random.nextInt(2);
    db.execute("truncate kill_probe");
    var killer = killLater(victim, random.nextInt(6000));

    write();

    killer.join();
    await("all told", () -> told("made:%") == EVENTS && told("timer:%") == TIMERS);
    assertThat(count("select count(*) from kill_probe")).isEqualTo(EVENTS + TIMERS);
    await("nothing left to tell", () -> count("select count(*) from delivery") == 0);
  }

  private Thread killLater(int victim, int millis) {
    var killer =
        new Thread(
            () -> {
              try {
                TimeUnit.MILLISECONDS.sleep(millis);
                nodes.get(victim).kill();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    killer.start();
    return killer;
  }

  /** {@value #TIMERS} of the records are sent in by the form, which starts a timer each. */
  private void write() throws Exception {
    var pool = Executors.newFixedThreadPool(WRITERS);
    try {
      var writes =
          IntStream.range(0, EVENTS)
              .<Callable<Void>>mapToObj(
                  i ->
                      () -> {
                        written(i, i % (EVENTS / TIMERS) == 0);
                        return null;
                      })
              .toList();
      for (var write : pool.invokeAll(writes)) {
        write.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  /** Tries the nodes in turn under one id until one of them has acknowledged it. */
  private void written(int number, boolean submitted) throws InterruptedException {
    var id = Ids.next();
    for (var attempt = number; attempt < number + 50; attempt++) {
      var status = status(apis.get(attempt % apis.size()), id, submitted);
      if (status == 200 || status == 201) {
        return;
      }
      assertThat(status).as("a refusal that no retry mends").isIn(0, 503);
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new IllegalStateException("no node takes " + id);
  }

  /** 0 when the node is gone. */
  private static int status(Api api, UUID id, boolean submitted) throws InterruptedException {
    try {
      return submitted ? api.submit(id) : api.create(id);
    } catch (IOException gone) {
      return 0;
    }
  }

  private long told(String keys) {
    return count("select count(*) from kill_probe where key like ?", keys);
  }

  private long count(String sql, Object... values) {
    return db.fetchOne(sql, values).get(0, Long.class);
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    for (var end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); ) {
      if (condition.call()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    assertThat(condition.call()).as(what).isTrue();
  }

  private Node start() throws IOException, InterruptedException {
    var address = postgres.address();
    return Node.start(
        Node.productWithProbe(),
        folder,
        Map.of(
            "TANGRAM_DATA", folder.resolve("data").toString(),
            "QUARKUS_DATASOURCE_JDBC_URL", address.jdbcUrl("postgres"),
            "QUARKUS_DATASOURCE_USERNAME", address.user(),
            "QUARKUS_DATASOURCE_PASSWORD", address.password()));
  }

  private PGSimpleDataSource dataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(postgres.address().jdbcUrl("postgres"));
    source.setUser(postgres.address().user());
    source.setPassword(postgres.address().password());
    return source;
  }
}
