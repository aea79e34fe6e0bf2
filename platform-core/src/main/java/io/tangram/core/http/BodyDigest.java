package io.tangram.core.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes the SHA-256 of a request that carries an {@code Idempotency-Key}, while its body is read:
 * the body itself is kept nowhere. Other requests it does not touch.
 */
@Singleton
class BodyDigest {
  private static final String KEPT = BodyDigest.class.getName();

  private final CurrentVertxRequest request;

  @Inject
  BodyDigest(CurrentVertxRequest request) {
    this.request = request;
  }

  @ServerRequestFilter
  public void listen(ContainerRequestContext context) {
    if (context.getMethod().equals("POST")
        && context.getHeaderString(IdempotencyKey.HEADER) != null) {
      var digest = sha256();
      request.getCurrent().put(KEPT, digest);
      context.setEntityStream(new DigestInputStream(context.getEntityStream(), digest));
    }
  }

  /**
   * The digest of the present request; files sent as a form do not go through the body's stream.
   */
  byte[] of(Object[] parameters) {
    var current = request.getCurrent();
    MessageDigest digest = current.get(KEPT);
    digest.update(current.request().uri().getBytes(StandardCharsets.UTF_8));
    for (var parameter : parameters) {
      addFiles(digest, parameter);
    }
    return digest.digest();
  }

  private static void addFiles(MessageDigest digest, Object parameter) {
    if (parameter instanceof Collection<?> several) {
      several.forEach(one -> addFiles(digest, one));
    } else if (parameter instanceof FileUpload file) {
      digest.update(file.fileName().getBytes(StandardCharsets.UTF_8));
      try (var into = new DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest)) {
        Files.copy(file.uploadedFile(), into);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
