package io.tangram.core.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hands out the place in a list where a page ended, sealed, so that a client can bring it back but
 * not make one up.
 */
@Singleton
class CursorSeal {
  private static final String MAC = "HmacSHA256";
  private static final int LENGTH = 16;
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final ObjectMapper json;
  private final CursorKey key;

  CursorSeal(ObjectMapper json, CursorKey key) {
    this.json = json;
    this.key = key;
  }

  /** {@code values} may hold nulls. {@code place}: what the cursor belongs to. */
  String seal(List<String> values, String place) {
    try {
      var body = json.writeValueAsBytes(values);
      var seal = mac(body, place);
      var both = Arrays.copyOf(seal, LENGTH + body.length);
      System.arraycopy(body, 0, both, LENGTH, body.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws ProblemException {@code CURSOR_INVALID} for one that was not sealed here, or for
   *     another list
   */
  List<String> open(String cursor, String place) {
    try {
      var both = Base64.getUrlDecoder().decode(cursor);
      if (both.length <= LENGTH) {
        throw ProblemException.of(ErrorCode.CURSOR_INVALID);
      }
      var body = Arrays.copyOfRange(both, LENGTH, both.length);
      if (!MessageDigest.isEqual(Arrays.copyOf(both, LENGTH), mac(body, place))) {
        throw ProblemException.of(ErrorCode.CURSOR_INVALID);
      }
      return json.readValue(body, TEXTS);
    } catch (IllegalArgumentException | IOException e) {
      throw ProblemException.of(ErrorCode.CURSOR_INVALID);
    }
  }

  private byte[] mac(byte[] body, String place) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key.bytes(), MAC));
      mac.update(place.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(body), LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
