package io.tangram.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NotificationsTest {
  static final String MISSED = "(missed)";

  @Inject Notifications notifications;
  @Inject DSLContext db;

  final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  Notifications.Listening listening;

  @BeforeEach
  void listen() throws InterruptedException {
    for (var i = 0; i < 100 && !notifications.live(); i++) {
      Thread.sleep(50);
    }
    listening =
        notifications.listen(
            "test",
            new Notifications.Listener() {
              @Override
              public void told(String payload) {
                heard.add(payload);
              }

              @Override
              public void missed() {
                heard.add(MISSED);
              }
            });
  }

  @AfterEach
  void stop() {
    listening.close();
  }

  String next() throws InterruptedException {
    return heard.poll(5, TimeUnit.SECONDS);
  }

  String nothing() throws InterruptedException {
    return heard.poll(300, TimeUnit.MILLISECONDS);
  }

  @Nested
  class given_a_transaction {
    @Test
    void when_it_commits_then_the_word_goes_out_and_not_before() throws InterruptedException {
      QuarkusTransaction.begin();
      notifications.sendInTransaction("test", "with it");
      notifications.sendAfterCommit("test", "after it");
      assertThat(nothing()).isNull();
      QuarkusTransaction.commit();
      assertThat(heard.peek()).as("this node hears at once").isEqualTo("with it");
      assertThat(heard.take()).isEqualTo("with it");
      assertThat(java.util.Set.of(next(), next())).containsExactlyInAnyOrder("with it", "after it");
    }

    @Test
    void when_it_rolls_back_then_nobody_hears_anything() throws InterruptedException {
      QuarkusTransaction.begin();
      notifications.sendInTransaction("test", "with it");
      notifications.sendAfterCommit("test", "after it");
      QuarkusTransaction.rollback();
      assertThat(nothing()).isNull();
    }
  }

  @Nested
  class given_the_listening_connection_breaks {
    @Test
    void then_listeners_know_that_they_missed_something_and_hear_again() throws Exception {
      db.resultQuery(
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where application_name = 'tangram notifications'"
                  + " and datname = current_database()")
          .fetch();
      assertThat(next()).as("when it broke").isEqualTo(MISSED);
      assertThat(next()).as("when it came back").isEqualTo(MISSED);
      assertThat(notifications.live()).isTrue();
      notifications.sendAfterCommit("test", "again");
      assertThat(next()).isEqualTo("again");
    }
  }

  @Test
  void a_listener_that_fails_does_not_silence_the_others() throws InterruptedException {
    var deaf =
        notifications.listen(
            "test",
            new Notifications.Listener() {
              @Override
              public void told(String payload) {
                throw new IllegalStateException("deaf");
              }

              @Override
              public void missed() {
                throw new IllegalStateException("deaf");
              }
            });
    notifications.sendAfterCommit("test", "one");
    notifications.sendAfterCommit("test", "two");
    assertThat(next()).isEqualTo("one");
    assertThat(next()).isEqualTo("two");
    deaf.close();
  }
}
