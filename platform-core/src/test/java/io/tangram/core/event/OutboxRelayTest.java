package io.tangram.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.metadata.Ids;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class OutboxRelayTest {
  /** Notes what it is told of the app {@code heard}; fails as often as it was asked to. */
  @Singleton
  static class Listening implements Subscriber {
    final Map<UUID, List<Integer>> versions = new ConcurrentHashMap<>();
    final Map<UUID, Integer> faults = new ConcurrentHashMap<>();

    @Override
    public String name() {
      return "listening";
    }

    @Override
    public boolean wants(Event event) {
      return event.app().equals("heard");
    }

    @Override
    public void on(Event event) {
      if (faults.computeIfPresent(event.record(), (id, left) -> left == 1 ? null : left - 1) != null
          || event.reference().filter("always"::equals).isPresent()) {
        throw new IllegalStateException("not yet");
      }
      versions
          .computeIfAbsent(event.record(), id -> new CopyOnWriteArrayList<>())
          .add(event.version());
    }
  }

  @Inject Outbox outbox;
  @Inject OutboxRelay relay;
  @Inject Listening listening;
  @Inject DSLContext db;

  static Event event(String app, UUID record, int version, String reference) {
    return new Event(
        0,
        app,
        "deal",
        record,
        version,
        "updated",
        JsonNodeFactory.instance.objectNode(),
        Optional.empty(),
        "person",
        Optional.ofNullable(reference),
        0,
        Instant.now());
  }

  void tell(Event... events) {
    QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(events)));
  }

  static void until(BooleanSupplier true_) {
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!true_.getAsBoolean() && System.nanoTime() < end) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertThat(true_.getAsBoolean()).isTrue();
  }

  int told(UUID record) {
    return listening.versions.getOrDefault(record, List.of()).size();
  }

  @Test
  void when_many_events_commit_then_each_is_told_once_and_in_order_per_record() {
    var records = IntStream.range(0, 5).mapToObj(i -> Ids.next()).toList();
    for (var version = 1; version <= 10; version++) {
      var events = new ArrayList<Event>();
      for (var record : records) {
        events.add(event("heard", record, version, null));
      }
      tell(events.toArray(Event[]::new));
    }
    until(() -> records.stream().allMatch(r -> told(r) >= 10));
    var inOrder = IntStream.rangeClosed(1, 10).boxed().toList();
    assertThat(records).allSatisfy(r -> assertThat(listening.versions.get(r)).isEqualTo(inOrder));
  }

  @Test
  void when_the_transaction_is_undone_then_nothing_is_told() {
    var undone = Ids.next();
    var done = Ids.next();
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.append(List.of(event("heard", undone, 1, null)));
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    tell(event("heard", done, 1, null));
    until(() -> told(done) == 1);
    assertThat(told(undone)).isZero();
  }

  @Test
  void when_a_subscriber_fails_then_it_is_told_again_and_later_events_of_the_record_wait() {
    var record = Ids.next();
    listening.faults.put(record, 2);
    tell(event("heard", record, 1, null), event("heard", record, 2, null));
    until(() -> told(record) == 2);
    assertThat(listening.versions.get(record)).containsExactly(1, 2);
  }

  @Test
  void when_it_fails_too_often_then_it_is_set_aside_and_the_record_goes_on() {
    var record = Ids.next();
    tell(event("heard", record, 1, "always"), event("heard", record, 2, null));
    until(() -> attempts(record) > 0);
    db.query(
            "update delivery set attempts = {0}, due_at = now() where record = {1} and attempts >"
                + " 0",
            org.jooq.impl.DSL.val(OutboxRelay.MOST_ATTEMPTS - 1), org.jooq.impl.DSL.val(record))
        .execute();
    relay.wake();
    until(() -> told(record) == 1);
    assertThat(relay.deadLetters(1000))
        .filteredOn(letter -> letter.record().equals(record))
        .singleElement()
        .satisfies(letter -> assertThat(letter.fault()).contains("not yet"));
    assertThat(listening.versions.get(record)).containsExactly(2);
  }

  private int attempts(UUID record) {
    return db.resultQuery(
            "select coalesce(max(attempts), 0) from delivery where record = {0}",
            org.jooq.impl.DSL.val(record))
        .fetchSingle(row -> row.get(0, Integer.class));
  }

  @Test
  void when_nobody_wants_it_then_it_is_history_only() {
    var record = Ids.next();
    tell(event("unheard", record, 1, null));
    assertThat(count("delivery", record)).isZero();
    assertThat(count("history", record)).isOne();
  }

  private int count(String table, UUID record) {
    return db.fetchCount(
        org.jooq.impl.DSL.table(table), org.jooq.impl.DSL.field("record", UUID.class).eq(record));
  }

  @Test
  void then_pauses_grow_to_two_hours() {
    assertThat(OutboxRelay.pause(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(OutboxRelay.pause(5)).isEqualTo(Duration.ofSeconds(32));
    assertThat(OutboxRelay.pause(40)).isEqualTo(Duration.ofHours(2));
  }
}
