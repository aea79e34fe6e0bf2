package io.tangram.core.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/** How things in the database are called. PostgreSQL cuts names at 63 bytes without a word. */
final class Names {
  static final int LONGEST = 63;

  /** Room for a generation and a part behind a name: {@code $12$currency}. */
  private static final int ROOM = 13;

  private Names() {}

  static String schema(String app) {
    return cut("app_" + app, LONGEST);
  }

  /** The name if it is short enough, else its beginning and a hash of the whole. */
  static String cut(String name, int most) {
    if (name.length() <= most) {
      return name;
    }
    var hash = hash(name);
    return name.substring(0, most - hash.length() - 1) + "$" + hash;
  }

  /** Eight hexadecimal digits. */
  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A name nobody has yet: {@code amount}, else {@code amount$2}, {@code amount$3} … */
  static String free(String wanted, Predicate<String> taken) {
    var base = cut(wanted, LONGEST - ROOM);
    var name = base;
    for (int generation = 2; taken.test(name); generation++) {
      name = base + "$" + generation;
    }
    return name;
  }

  /** {@code "name"}. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
