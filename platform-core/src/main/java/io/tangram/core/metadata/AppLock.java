package io.tangram.core.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The lock between those who write an app's records and the one who publishes it: writers take it
 * shared, the publisher alone, both until their transaction ends. It names the lock and never takes
 * it itself, so that a writer can take it within the statement it sends anyway.
 */
public final class AppLock {
  /** Waits for a publish that is changing the tables; bind {@link #key}. */
  public static final String SHARED = "select pg_advisory_xact_lock_shared(?)";

  /** Waits for the writes that are under way; bind {@link #key}. */
  public static final String EXCLUSIVE = "select pg_advisory_xact_lock(?)";

  private AppLock() {}

  /** The number under which PostgreSQL keeps the app's lock; the same on every node. */
  public static long key(String app) {
    return number("tangram.app:" + app);
  }

  /** The lock that holds publishers of one app apart while they are still only checking. */
  static long publisher(String app) {
    return number("tangram.publish:" + app);
  }

  private static long number(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
