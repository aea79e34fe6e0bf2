package io.tangram.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.event.Notifications;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another node does to the database, as this one sees it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OtherNodeTest {
  @Inject DSLContext db;
  @Inject Notifications notifications;
  @Inject SessionCache cache;

  String token;

  @BeforeEach
  void be_known_here() throws InterruptedException {
    await(notifications::live);
    token = As.token("luozihan", PostgresResource.PASSWORD);
    As.token(token).get("/api/me").then().statusCode(200);
    assertThat(cache.known(Tokens.id(token))).as("no statement is needed any more").isPresent();
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    for (var i = 0; i < 100 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  void end_the_session_elsewhere() {
    db.query("delete from session where token_hash = decode({0}, 'hex')", Tokens.id(token))
        .execute();
  }

  @Test
  void when_it_signs_the_person_out_and_says_so_then_the_token_is_dead_here() throws Exception {
    end_the_session_elsewhere();
    db.resultQuery("select pg_notify('tangram', 'session ' || {0})", Tokens.id(token)).fetch();
    await(() -> cache.known(Tokens.id(token)).isEmpty());
    As.token(token).get("/api/me").then().statusCode(401);
  }

  @Test
  void when_its_word_may_have_been_lost_then_nothing_is_taken_from_memory() throws Exception {
    end_the_session_elsewhere();
    db.resultQuery(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'tangram notifications'"
                + " and datname = current_database()")
        .fetch();
    await(() -> cache.known(Tokens.id(token)).isEmpty());
    As.token(token).get("/api/me").then().statusCode(401);
  }

  @Test
  void when_it_changes_the_organisation_then_actors_are_made_anew() throws Exception {
    db.resultQuery("select pg_notify('tangram', 'organisation ')").fetch();
    await(() -> cache.known(Tokens.id(token)).isEmpty());
    As.token(token).get("/api/me").then().statusCode(200);
  }
}
