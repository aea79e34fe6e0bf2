package io.tangram.core.metadata;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New ids: UUID version 7 (RFC 9562), so that rows made one after another lie beside each other in
 * an index. Within one JVM each is greater than the one before.
 */
public final class Ids {
  private static final int COUNTER_BITS = 12;
  private static final long VERSION = 7L << COUNTER_BITS;
  private static final long VARIANT = 0b10L << 62;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Milliseconds since 1970 and, below them, twelve bits that count within the millisecond. */
  private static final AtomicLong LAST = new AtomicLong();

  private Ids() {}

  public static UUID next() {
    var now = System.currentTimeMillis() << COUNTER_BITS;
    var tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
    var high = (tick >>> COUNTER_BITS << 16) | VERSION | (tick & ((1L << COUNTER_BITS) - 1));
    return new UUID(high, VARIANT | (RANDOM.nextLong() >>> 2));
  }
}
