package io.tangram.core.event;

/**
 * Told of events after the commit, by the relay: at least once per event, in order per record. An
 * event that fails is tried again later, so what it does must be safe to do twice (or keep the
 * event's id in the same transaction).
 */
public interface Subscriber {
  /** Never changes: under this name the relay remembers how far the subscriber is. */
  String name();

  boolean wants(Event event);

  /** Runs in a transaction of its own together with the mark that the event is done. */
  void on(Event event);
}
