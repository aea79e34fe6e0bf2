package io.tangram.core.metadata;

import static java.util.Objects.requireNonNull;

/**
 * One document of an app, as it is kept: canonical bytes under a path.
 *
 * @param path with its ending: {@code app.json}, {@code tables/deal.json}, {@code assets/logo.png}
 * @param hash SHA-256 of the bytes, in hex; also the document's ETag
 * @param bytes UTF-8 JSON as the canonical printer makes it, or the raw bytes of an asset; never
 *     changed by a caller
 */
public record Document(String path, String hash, byte[] bytes) {
  public Document {
    requireNonNull(path, "path is null");
    requireNonNull(hash, "hash is null");
    requireNonNull(bytes, "bytes is null");
  }
}
