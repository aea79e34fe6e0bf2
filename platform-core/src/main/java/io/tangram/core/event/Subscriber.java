package io.tangram.core.event;

/**
 * Told of events after the commit, by the relay: at least once per event, in order per record. An
 * event that fails is tried again later with growing pauses and set aside after {@link
 * OutboxRelay#MOST_ATTEMPTS}. What is written to the database in {@link #on} is written exactly
 * once, since the mark that the event is done joins the same transaction; anything outside of it
 * must be safe to do twice.
 */
public interface Subscriber {
  /** Never changes: deliveries are kept under this name. */
  String name();

  /**
   * Whether this event is to be delivered. Asked inside the write, so it answers at once and from
   * the event alone; the event's id is still 0.
   */
  boolean wants(Event event);

  /** Runs in a transaction of its own together with the mark that the event is done. */
  void on(Event event);
}
