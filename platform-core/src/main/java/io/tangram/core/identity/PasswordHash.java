package io.tangram.core.identity;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with OWASP's figures: 19 MiB, two passes, one lane. Hashes are PHC strings, so the
 * figures may grow without locking anybody out. It keeps no password.
 */
@Singleton
class PasswordHash {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** Each run takes 19 MiB and a core; more at once than this would only be slower. */
  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

  /** What an unknown user's password is compared with, so that the answer takes as long. */
  private final String nobody = hash(Tokens.make());

  String hash(String password) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return phc(salt, run(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
  }

  /** Whether the password made this hash. */
  boolean matches(String password, String hash) {
    var parts = hash.split("\\$");
    var figures = parts[3].split("[,=]");
    var expected = Base64.getDecoder().decode(parts[5]);
    var made =
        run(
            password,
            Base64.getDecoder().decode(parts[4]),
            Integer.parseInt(figures[1]),
            Integer.parseInt(figures[3]),
            Integer.parseInt(figures[5]),
            expected.length);
    return MessageDigest.isEqual(made, expected);
  }

  /** Does the work of {@link #matches} and says no. */
  boolean matchesNobody(String password) {
    matches(password, nobody);
    return false;
  }

  private static String phc(byte[] salt, byte[] hash) {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  private byte[] run(String password, byte[] salt, int memory, int passes, int lanes, int length) {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build();
    places.acquireUninterruptibly();
    try {
      var generator = new Argon2BytesGenerator();
      generator.init(parameters);
      var out = new byte[length];
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
      return out;
    } finally {
      places.release();
    }
  }
}
