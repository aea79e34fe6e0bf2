package io.tangram.core.file;

import io.smallrye.common.annotation.Blocking;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Uploads and downloads. */
@Idempotent
@Path("/api/files")
@Tag(name = "files")
@Blocking
class FileResource {
  // what a browser shows without running anything; an SVG may hold a script
  private static final Set<String> SHOWN_INLINE =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf");

  private final Files files;
  private final CurrentActor actor;

  FileResource(Files files, CurrentActor actor) {
    this.files = files;
    this.actor = actor;
  }

  record Uploaded(UUID id, String name, long size, String type) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Takes a file in; it is the uploader's until a record holds it")
  public Uploaded upload(@RestForm(FileUpload.ALL) List<FileUpload> parts) throws IOException {
    if (parts.size() != 1) {
      throw ProblemException.of(
          ErrorCode.VALUES_INVALID, List.of(Violation.at("/file", "file.one-part")));
    }
    var part = parts.get(0);
    try (var bytes = java.nio.file.Files.newInputStream(part.uploadedFile())) {
      var file = files.add(part.fileName(), part.contentType(), part.size(), bytes, actor.get());
      return new Uploaded(file.id(), file.name(), file.size(), file.type());
    }
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The bytes of a file, for whoever may read the record it stands in")
  public Response download(@PathParam("id") String id) {
    var file = files.get(id(id), actor.get());
    var inline = SHOWN_INLINE.contains(file.type());
    StreamingOutput bytes = out -> files.copy(file, out);
    return Response.ok(bytes, inline ? file.type() : MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Length", file.size())
        .header("Content-Disposition", disposition(inline, file.name()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("Cache-Control", "private, no-cache")
        .build();
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ErrorCode.NOT_FOUND);
    }
  }

  private static String disposition(boolean inline, String name) {
    // RFC 6266: the name in UTF-8, percent-encoded, so that nothing in it can end the header
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return (inline ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded;
  }
}
