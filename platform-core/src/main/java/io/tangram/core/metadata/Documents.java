package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes documents of what was read: the bytes that are kept and the hash they are kept under. */
public final class Documents {
  private Documents() {}

  /** A JSON document in its canonical bytes. */
  public static Document of(String path, ObjectNode json) {
    return ofBytes(path, CanonicalJson.bytes(json));
  }

  /** Bytes that are kept as they are. */
  public static Document ofBytes(String path, byte[] bytes) {
    return new Document(path, hash(bytes), bytes);
  }

  /** What a JSON document says. */
  public static ObjectNode json(Document document) {
    return DocumentReader.read(document.bytes());
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
