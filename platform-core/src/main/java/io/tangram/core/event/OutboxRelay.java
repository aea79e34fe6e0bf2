package io.tangram.core.event;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells subscribers what happened, after the commit. Every node runs one; a delivery is taken under
 * a row lock, so each is made by one node at a time, and a killed node's deliveries are made by the
 * others. It is woken by the commits of its own node and looks by itself for what another node
 * left.
 */
@ApplicationScoped
public class OutboxRelay {
  /** After so many failures (about an hour) an event is set aside as a dead letter. */
  public static final int MOST_ATTEMPTS = 12;

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

  private final DeliveryStore deliveries;
  private final List<Subscriber> subscribers;
  private final int workers;
  private final Duration poll;
  private final Semaphore work = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  OutboxRelay(
      DeliveryStore deliveries,
      @All List<Subscriber> subscribers,
      @ConfigProperty(name = "tangram.relay.workers", defaultValue = "2") int workers,
      @ConfigProperty(name = "tangram.relay.poll", defaultValue = "2s") Duration poll) {
    this.deliveries = deliveries;
    this.subscribers = subscribers;
    this.workers = workers;
    this.poll = poll;
  }

  void start(@Observes StartupEvent started) {
    if (subscribers.isEmpty()) {
      return;
    }
    running = true;
    for (var i = 0; i < workers; i++) {
      var thread = new Thread(this::work, "outbox-relay-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    running = false;
    wake();
    for (var thread : threads) {
      try {
        thread.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** There is something to deliver: called once a transaction with events has committed. */
  public void wake() {
    if (work.availablePermits() < workers) {
      work.release(workers);
    }
  }

  /** Events that were given up, oldest first; at most {@code limit}. */
  public List<DeadLetter> deadLetters(int limit) {
    return deliveries.dead(limit);
  }

  private void work() {
    while (running) {
      try {
        var worked = false;
        for (var subscriber : subscribers) {
          worked |= deliverOne(subscriber);
        }
        if (!worked && work.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
          work.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("The relay cannot reach the database and will try again", e);
        rest();
      }
    }
  }

  private boolean deliverOne(Subscriber subscriber) {
    var taken = new DeliveryStore.Taken[1];
    try {
      return QuarkusTransaction.requiringNew().call(() -> tell(subscriber, taken));
    } catch (RuntimeException | Error e) {
      if (taken[0] == null) {
        throw e;
      }
      putOff(taken[0], e);
      return true;
    }
  }

  private boolean tell(Subscriber subscriber, DeliveryStore.Taken[] taken) {
    var next = deliveries.next(subscriber.name());
    if (next.isEmpty()) {
      return false;
    }
    taken[0] = next.get();
    deliveries.done(taken[0]);
    subscriber.on(taken[0].event());
    return true;
  }

  private void putOff(DeliveryStore.Taken taken, Throwable fault) {
    var event = taken.event();
    LOG.warnf(
        fault,
        "Subscriber %s failed at event %d (app %s, table %s, record %s), attempt %d",
        taken.subscriber(),
        event.id(),
        event.app(),
        event.table(),
        event.record(),
        taken.attempts() + 1);
    QuarkusTransaction.requiringNew()
        .run(() -> deliveries.later(taken, pause(taken.attempts()), MOST_ATTEMPTS, words(fault)));
  }

  /** One second, doubled with each failure, never more than two hours. */
  static Duration pause(int attempts) {
    var doubled = Duration.ofSeconds(1L << Math.min(attempts, 20));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private static String words(Throwable fault) {
    var text = fault.toString();
    return text.length() > 1000 ? text.substring(0, 1000) : text;
  }

  private void rest() {
    try {
      Thread.sleep(poll.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
